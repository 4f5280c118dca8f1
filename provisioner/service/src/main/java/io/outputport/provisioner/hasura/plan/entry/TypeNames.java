package io.outputport.provisioner.hasura.plan.entry;

import java.util.List;
import java.util.Set;

/** The GraphQL types that Hasura makes for every table that can be read; two that are alike end its schema. */
public final class TypeNames {
    private static final Set<String> ENDINGS = Set.of(
            "",
            "_aggregate",
            "_aggregate_fields",
            "_avg_fields",
            "_bool_exp",
            "_max_fields",
            "_min_fields",
            "_order_by",
            "_select_column",
            "_stddev_fields",
            "_stddev_pop_fields",
            "_stddev_samp_fields",
            "_stream_cursor_input",
            "_stream_cursor_value_input",
            "_sum_fields",
            "_var_pop_fields",
            "_var_samp_fields",
            "_variance_fields");

    /** Those that belong to no table. */
    private static final Set<String> OF_HASURA =
            Set.of("query_root", "mutation_root", "subscription_root", "order_by", "cursor_ordering");

    private TypeNames() {}

    /** Whether a table of this base name has such a type. */
    public static boolean isOf(String base, String type) {
        return type.startsWith(base) && ENDINGS.contains(type.substring(base.length()));
    }

    /** Whether tables of these base names have a type in common: one is named as a type of the other is. */
    static boolean clash(String one, String other) {
        return isOf(one, other) || isOf(other, one);
    }

    /** Whether a type of this name would be Hasura's own a second time, beside scalars of these names. */
    public static boolean isOfHasura(String type, List<String> scalars) {
        return OF_HASURA.contains(type) || scalars.stream().anyMatch(scalar -> type.equals(scalar + "_comparison_exp"));
    }
}
