package io.outputport.engine.graphql.read.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The rule of PostgreSQL that rows can only be distinct on what they are sorted by first. */
public final class DistinctOn {
    private DistinctOn() {}

    public static boolean matchesOrder(Map<String, Input> arguments) {
        if (!(arguments.get("distinct_on") instanceof Input.ListOf columns)
                || !(arguments.get("order_by") instanceof Input.ListOf orders)) {
            return true;
        }
        if (columns.elements().isEmpty() || orders.elements().isEmpty()) {
            return true;
        }
        List<Optional<String>> first =
                sortedColumns(orders).limit(columns.elements().size()).toList();
        return first.size() == columns.elements().size()
                && columns.elements().stream()
                        .map(column -> ((Input.Scalar) column).text())
                        .allMatch(column -> first.contains(Optional.of(column)));
    }

    /** Empty for an order by something else than a column. */
    private static Stream<Optional<String>> sortedColumns(Input.ListOf orders) {
        return orders.elements().stream()
                .filter(Input.Fields.class::isInstance)
                .flatMap(order -> ((Input.Fields) order).entries().entrySet().stream())
                .map(entry ->
                        entry.getValue() instanceof Input.Scalar ? Optional.of(entry.getKey()) : Optional.empty());
    }
}
