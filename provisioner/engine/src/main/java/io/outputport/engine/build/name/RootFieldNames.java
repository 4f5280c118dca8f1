package io.outputport.engine.build.name;

import io.outputport.engine.schema.TrackedTable.Backend;
import io.outputport.engine.schema.TrackedTable.Roots;
import io.outputport.engine.source.DatabaseTable;
import java.util.ArrayList;
import java.util.List;

/** The names of all root fields that a table brings into the schema of the admin. */
public record RootFieldNames(List<String> query, List<String> subscription, List<String> mutation) {

    public static Roots queryRoots(String name, TableConfiguration configuration) {
        return new Roots(
                configuration.rootField("select").orElse(name),
                configuration.rootField("select_by_pk").orElse(name + "_by_pk"),
                configuration.rootField("select_aggregate").orElse(name + "_aggregate"),
                configuration.rootField("select_stream").orElse(name + "_stream"),
                configuration.rootComments());
    }

    public static RootFieldNames of(
            String name, Roots roots, Backend backend, DatabaseTable table, TableConfiguration configuration) {
        boolean hasKey = !table.primaryKey().isEmpty();
        List<String> query = new ArrayList<>(List.of(roots.select(), roots.selectAggregate()));
        if (hasKey) {
            query.add(roots.selectByPk());
        }
        List<String> subscription = new ArrayList<>();
        if (backend == Backend.POSTGRES) {
            subscription.addAll(query);
            subscription.add(roots.selectStream());
        }
        return new RootFieldNames(query, subscription, mutations(name, hasKey, table.writable(), configuration));
    }

    public RootFieldNames customized(SourceCustomization source) {
        return new RootFieldNames(claims(source, query), claims(source, subscription), claims(source, mutation));
    }

    private static List<String> claims(SourceCustomization source, List<String> fields) {
        return source.claimed(fields.stream().map(source::root).toList());
    }

    private static List<String> mutations(
            String name, boolean hasKey, DatabaseTable.Writable writable, TableConfiguration configuration) {
        List<String> fields = new ArrayList<>();
        if (writable.insert()) {
            fields.add(configuration.rootField("insert").orElse("insert_" + name));
            fields.add(configuration.rootField("insert_one").orElse("insert_" + name + "_one"));
        }
        if (writable.update()) {
            fields.add(configuration.rootField("update").orElse("update_" + name));
        }
        if (writable.update() && hasKey) {
            fields.add(configuration.rootField("update_by_pk").orElse("update_" + name + "_by_pk"));
        }
        if (writable.update()) {
            fields.add(configuration.rootField("update_many").orElse("update_" + name + "_many"));
        }
        if (writable.delete()) {
            fields.add(configuration.rootField("delete").orElse("delete_" + name));
        }
        if (writable.delete() && hasKey) {
            fields.add(configuration.rootField("delete_by_pk").orElse("delete_" + name + "_by_pk"));
        }
        return fields;
    }
}
