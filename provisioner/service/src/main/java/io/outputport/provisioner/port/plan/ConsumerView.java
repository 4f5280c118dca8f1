package io.outputport.provisioner.port.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What consumers will see of a port.
 *
 * @param schema in the technology's own language, GraphQL's for example
 * @param example a query that works as it stands
 * @param role that sees it; empty where the technology has no roles
 * @param names under which consumers ask
 * @param hidden the columns of the source that they will not see
 * @param renamed names that they see by those in the source, where the two differ
 */
public record ConsumerView(
        String schema,
        String example,
        Optional<String> role,
        List<String> names,
        List<Hidden> hidden,
        Map<String, String> renamed) {
    public ConsumerView {
        names = List.copyOf(names);
        hidden = List.copyOf(hidden);
        // Not Map.copyOf: the order is that of the source.
        renamed = Collections.unmodifiableMap(new LinkedHashMap<>(renamed));
    }

    /** A column that consumers will not see, and why. */
    public record Hidden(String name, String reason) {}
}
