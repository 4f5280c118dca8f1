package io.outputport.engine.graphql.role.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A comparison of a column with a value, by its name in GraphQL and its sign in SQL. */
public enum Operator {
    EQ("_eq", "=", Operands.VALUE, Scope.ANY),
    GT("_gt", ">", Operands.VALUE, Scope.ANY),
    GTE("_gte", ">=", Operands.VALUE, Scope.ANY),
    IN("_in", "= ANY", Operands.VALUES, Scope.ANY),
    IS_NULL("_is_null", "IS NULL", Operands.FLAG, Scope.ANY),
    LT("_lt", "<", Operands.VALUE, Scope.ANY),
    LTE("_lte", "<=", Operands.VALUE, Scope.ANY),
    NEQ("_neq", "<>", Operands.VALUE, Scope.ANY),
    NIN("_nin", "<> ALL", Operands.VALUES, Scope.ANY),
    LIKE("_like", "LIKE", Operands.VALUE, Scope.TEXT),
    NLIKE("_nlike", "NOT LIKE", Operands.VALUE, Scope.TEXT),
    ILIKE("_ilike", "ILIKE", Operands.VALUE, Scope.TEXT),
    NILIKE("_nilike", "NOT ILIKE", Operands.VALUE, Scope.TEXT),
    SIMILAR("_similar", "SIMILAR TO", Operands.VALUE, Scope.TEXT),
    NSIMILAR("_nsimilar", "NOT SIMILAR TO", Operands.VALUE, Scope.TEXT),
    REGEX("_regex", "~", Operands.VALUE, Scope.TEXT),
    IREGEX("_iregex", "~*", Operands.VALUE, Scope.TEXT),
    NREGEX("_nregex", "!~", Operands.VALUE, Scope.TEXT),
    NIREGEX("_niregex", "!~*", Operands.VALUE, Scope.TEXT),
    CONTAINS("_contains", "@>", Operands.VALUE, Scope.JSONB_OR_LIST),
    CONTAINED_IN("_contained_in", "<@", Operands.VALUE, Scope.JSONB_OR_LIST),
    HAS_KEY("_has_key", "jsonb_exists", Operands.KEY, Scope.JSONB),
    HAS_KEYS_ALL("_has_keys_all", "jsonb_exists_all", Operands.KEYS, Scope.JSONB),
    HAS_KEYS_ANY("_has_keys_any", "jsonb_exists_any", Operands.KEYS, Scope.JSONB);

    private static final Set<String> TEXT_SCALARS = Set.of("String", "citext", "bpchar");

    private final String graphqlName;
    private final String sql;
    private final Operands takes;
    private final Scope scope;

    Operator(String graphqlName, String sql, Operands takes, Scope scope) {
        this.graphqlName = graphqlName;
        this.sql = sql;
        this.takes = takes;
        this.scope = scope;
    }

    /** What stands at the right side. */
    public enum Operands {
        VALUE,
        VALUES,
        FLAG,
        KEY,
        KEYS
    }

    private enum Scope {
        ANY,
        TEXT,
        JSONB,
        JSONB_OR_LIST
    }

    /** Those that a column of this type has. */
    public static List<Operator> of(ValueType type) {
        return Arrays.stream(values())
                .filter(operator -> switch (operator.scope) {
                    case ANY -> true;
                    case TEXT -> !type.list() && TEXT_SCALARS.contains(type.scalar());
                    case JSONB -> !type.list() && type.scalar().equals("jsonb");
                    case JSONB_OR_LIST -> type.list() || type.scalar().equals("jsonb");
                })
                .toList();
    }

    public static Optional<Operator> named(String graphqlName) {
        return Arrays.stream(values())
                .filter(operator -> operator.graphqlName.equals(graphqlName))
                .findFirst();
    }

    public String graphqlName() {
        return graphqlName;
    }

    public String sql() {
        return sql;
    }

    public Operands takes() {
        return takes;
    }
}
