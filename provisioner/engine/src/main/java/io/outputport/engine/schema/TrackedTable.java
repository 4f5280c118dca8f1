package io.outputport.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tracked table or view that is in the schema cache.
 *
 * @param source the name of its source
 * @param backend which scalars, operators and roots it has
 * @param databaseSchema the schema of the PostgreSQL object that it is served from
 * @param databaseName the name of the PostgreSQL object that it is served from
 * @param graphqlName the base name of its types: the custom name, else the default (section 4 of Hasura's rules)
 * @param primaryKey names of columns in the database; empty for a view
 * @param selectPermissions by role
 * @param relationships to tracked tables of the same source
 * @param customization of its source
 */
public record TrackedTable(
        String source,
        Backend backend,
        String databaseSchema,
        String databaseName,
        String graphqlName,
        Roots roots,
        Optional<String> comment,
        List<TrackedColumn> columns,
        List<String> primaryKey,
        Map<String, SelectPermission> selectPermissions,
        List<Relationship> relationships,
        Customization customization) {
    public TrackedTable {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        selectPermissions = Map.copyOf(selectPermissions);
        relationships = List.copyOf(relationships);
    }

    /** A table without relationships, in a source that is not customized. */
    public TrackedTable(
            String source,
            Backend backend,
            String databaseSchema,
            String databaseName,
            String graphqlName,
            Roots roots,
            Optional<String> comment,
            List<TrackedColumn> columns,
            List<String> primaryKey,
            Map<String, SelectPermission> selectPermissions) {
        this(
                source,
                backend,
                databaseSchema,
                databaseName,
                graphqlName,
                roots,
                comment,
                columns,
                primaryKey,
                selectPermissions,
                List.of(),
                Customization.NONE);
    }

    /** The kind of source a table is in. */
    public enum Backend {
        POSTGRES,
        DATA_CONNECTOR
    }

    /**
     * The names of the root fields that the table would have; which of them a role sees depends on key and permission.
     *
     * @param comments by the name that a permission calls the root field; an empty one takes the place of the default
     */
    public record Roots(
            String select,
            String selectByPk,
            String selectAggregate,
            String selectStream,
            Map<String, String> comments) {
        public Roots {
            comments = Map.copyOf(comments);
        }

        /** Without comments of their own. */
        public Roots(String select, String selectByPk, String selectAggregate, String selectStream) {
            this(select, selectByPk, selectAggregate, selectStream, Map.of());
        }
    }

    /**
     * @param databaseType for example {@code int8} or {@code timestamptz}
     * @param scalar the GraphQL scalar, for example {@code bigint}; of a list, that of its elements
     * @param list whether it is a list of such
     */
    public record TrackedColumn(
            String databaseName,
            String graphqlName,
            String databaseType,
            String scalar,
            boolean list,
            boolean nullable,
            Optional<String> comment) {

        /** One value, no list. */
        public TrackedColumn(
                String databaseName,
                String graphqlName,
                String databaseType,
                String scalar,
                boolean nullable,
                Optional<String> comment) {
            this(databaseName, graphqlName, databaseType, scalar, false, nullable, comment);
        }
    }

    /**
     * What a role may read.
     *
     * @param columns names of columns in the database ({@code *} is already resolved)
     * @param filter a boolean expression over column names of the database, {@code {}} for all rows
     * @param queryRootFields {@code select}, {@code select_by_pk}, {@code select_aggregate}; absent means all
     * @param subscriptionRootFields the same with {@code select_stream}
     */
    public record SelectPermission(
            Set<String> columns,
            JsonNode filter,
            Optional<Integer> limit,
            boolean allowAggregations,
            Optional<Set<String>> queryRootFields,
            Optional<Set<String>> subscriptionRootFields) {
        public SelectPermission {
            columns = Set.copyOf(columns);
        }
    }

    /**
     * A way from the rows of this table to those of another.
     *
     * @param targetSchema and {@code targetName} are those of the other table in the database
     * @param columnMapping columns of the database, from this table to the other
     * @param nullable whether an object relationship may lead to no row; lists are never null
     */
    public record Relationship(
            String name,
            Kind kind,
            String targetSchema,
            String targetName,
            Map<String, String> columnMapping,
            boolean nullable) {
        public Relationship {
            columnMapping = Map.copyOf(columnMapping);
        }

        /** To one row or to many. */
        public enum Kind {
            OBJECT,
            ARRAY
        }
    }

    /**
     * What a source adds to the names of its types. What it adds to root fields is in {@link Roots} already.
     *
     * @param namespace the one field of the query root that holds all root fields of the source
     */
    public record Customization(Optional<String> namespace, String typePrefix, String typeSuffix) {
        public static final Customization NONE = new Customization(Optional.empty(), "", "");
    }
}
