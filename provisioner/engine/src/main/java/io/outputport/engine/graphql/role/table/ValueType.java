package io.outputport.engine.graphql.role.table;

/**
 * What a column holds, in the terms of GraphQL.
 *
 * @param scalar the name of a scalar; of a list, that of its elements
 * @param list whether it is a list of such, none of which is null
 */
public record ValueType(String scalar, boolean list) {
    public static ValueType of(String scalar) {
        return new ValueType(scalar, false);
    }

    /** The name of the type that says how it can be compared. */
    public String comparisonName() {
        return scalar + (list ? "_array_comparison_exp" : "_comparison_exp");
    }
}
