package io.outputport.sandbox.hasura.schema;

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
 */
public record TrackedTable(
        String source,
        Backend backend,
        String databaseSchema,
        String databaseName,
        String graphqlName,
        Roots roots,
        Optional<String> comment,
        List<Column> columns,
        List<String> primaryKey,
        Map<String, SelectPermission> selectPermissions) {
    public TrackedTable {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        selectPermissions = Map.copyOf(selectPermissions);
    }

    /** The kind of source a table is in. */
    public enum Backend {
        POSTGRES,
        DATA_CONNECTOR
    }

    /** The names of the root fields that the table would have; which of them a role sees depends on key and permission. */
    public record Roots(String select, String selectByPk, String selectAggregate, String selectStream) {}

    /**
     * @param databaseType for example {@code int8} or {@code timestamptz}
     * @param scalar the GraphQL scalar, for example {@code bigint}
     */
    public record Column(
            String databaseName,
            String graphqlName,
            String databaseType,
            String scalar,
            boolean nullable,
            Optional<String> comment) {}

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
}
