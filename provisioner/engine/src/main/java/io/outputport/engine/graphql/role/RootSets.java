package io.outputport.engine.graphql.role;

import io.outputport.engine.graphql.role.table.VisibleTable;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Customization;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers root fields, those of each namespace apart. */
final class RootSets {
    private final Gathered plain = new Gathered();
    private final Map<String, Open> namespaces = new LinkedHashMap<>();

    private record Gathered(Map<String, Root> queries, Map<String, Root> subscriptions) {
        Gathered() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        RootSet toSet() {
            return new RootSet(queries, subscriptions);
        }
    }

    /**
     * @param source of all tables of the namespace
     */
    private record Open(String name, String source, Customization customization, Gathered gathered) {
        Namespace toNamespace() {
            return new Namespace(name, source, customization, gathered.toSet());
        }
    }

    void add(VisibleTable table, Grants grants) {
        Gathered here = gathered(table.table());
        RootFields.queries(table, grants).forEach(root -> here.queries().put(root.name(), root));
        RootFields.subscriptions(table, grants)
                .forEach(root -> here.subscriptions().put(root.name(), root));
    }

    private Gathered gathered(TrackedTable table) {
        Customization customization = table.customization();
        return customization
                .namespace()
                .map(name -> namespaces
                        .computeIfAbsent(name, key -> new Open(name, table.source(), customization, new Gathered()))
                        .gathered())
                .orElse(plain);
    }

    RootSet plain() {
        return plain.toSet();
    }

    /** A namespace in which the role may use nothing is not there. */
    Map<String, Namespace> namespaces() {
        Map<String, Namespace> used = new LinkedHashMap<>();
        namespaces.forEach((name, open) -> {
            if (!open.gathered().queries().isEmpty()) {
                used.put(name, open.toNamespace());
            }
        });
        return used;
    }
}
