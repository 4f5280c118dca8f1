package io.outputport.provisioner.hasura.preview;

import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLOutputType;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What of a table consumers are shown, under the names they see. */
record Shown(WantedPort port, List<Cell> cells, List<Cell> key) {

    /**
     * @param scalar the name of its GraphQL type, or of its elements
     * @param list whether it is a list of such
     */
    record Cell(String name, String scalar, boolean list, boolean nullable, Optional<String> comment) {

        GraphQLOutputType type() {
            return list ? TypeBuilders.listOf(scalar) : TypeBuilders.named(scalar);
        }

        GraphQLInputType inputType() {
            return list ? TypeBuilders.listOf(scalar) : TypeBuilders.named(scalar);
        }

        /** The type by which rows are picked by it. */
        GraphQLInputObjectType comparison() {
            return list ? Comparisons.ofLists(scalar) : Comparisons.of(scalar);
        }
    }

    static Shown of(WantedPort port, TableFacts facts) {
        List<Cell> cells = new ArrayList<>();
        List<Cell> key = new ArrayList<>();
        Set<String> permitted = port.columns()
                .permitted()
                .orElseGet(() -> Set.copyOf(port.columns().real()));
        facts.columns().stream()
                .filter(column -> permitted.contains(column.name()))
                .map(column -> cell(port, column))
                .forEach(cells::add);
        for (String column : facts.primaryKey()) {
            String shown = name(port, column);
            cells.stream().filter(cell -> cell.name().equals(shown)).forEach(key::add);
        }
        return new Shown(port, List.copyOf(cells), List.copyOf(key));
    }

    private static Cell cell(WantedPort port, TableFacts.Column column) {
        return new Cell(
                name(port, column.name()),
                column.type().served(),
                column.type().isList(),
                column.nullable(),
                column.comment());
    }

    private static String name(WantedPort port, String column) {
        return port.columns().graphqlNames().getOrDefault(column, column);
    }

    boolean offers(RootField field) {
        return port.offer().fields().contains(field);
    }

    String rootField(RootField field) {
        return Objects.requireNonNull(port.names().rootFields().get(field));
    }

    /** The name of one of its types, which begins with the table's name. */
    String type(String suffix) {
        return port.names().customTableName() + suffix;
    }
}
