package io.outputport.sandbox.hasura.graphql.read;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rule of PostgreSQL that rows can only be distinct on what they are sorted by first. */
final class DistinctOn {
    private DistinctOn() {}

    static boolean matchesOrder(Map<String, Input> arguments) {
        if (!(arguments.get("distinct_on") instanceof Input.ListOf columns)
                || !(arguments.get("order_by") instanceof Input.ListOf orders)) {
            return true;
        }
        Set<String> distinct = new HashSet<>();
        columns.elements().forEach(column -> distinct.add(((Input.Scalar) column).text()));
        return sortedColumns(orders).stream().limit(distinct.size()).allMatch(distinct::contains);
    }

    private static List<String> sortedColumns(Input.ListOf orders) {
        return orders.elements().stream()
                .filter(Input.Fields.class::isInstance)
                .flatMap(order -> ((Input.Fields) order).entries().keySet().stream())
                .toList();
    }
}
