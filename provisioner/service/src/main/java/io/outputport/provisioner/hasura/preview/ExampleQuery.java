package io.outputport.provisioner.hasura.preview;

import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.List;
import java.util.Optional;

/** The first query that a consumer can try as it stands. */
public final class ExampleQuery {
    private static final int MOST_COLUMNS = 10;

    private ExampleQuery() {}

    /** Empty when the port shows no column at all. */
    public static Optional<String> of(WantedPort port) {
        List<String> columns =
                port.columns().shown().stream().limit(MOST_COLUMNS).toList();
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of("query { " + port.names().rootFields().get(RootField.SELECT) + "(limit: 10) { "
                        + String.join(" ", columns) + " } }");
    }
}
