package io.outputport.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.SourceKinds;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The kinds that this engine was started with. An agent that the metadata adds is one more of them when it is the
 * warehouse's, which is known by its address; no other agent is ever asked.
 *
 * @param agents makes the kind of that name, on the warehouse
 */
record ServedKinds(Map<String, SourceKind> kinds, Optional<Function<String, SourceKind>> agents)
        implements SourceKinds {
    private static final String WAREHOUSE = "/snowflake";

    ServedKinds {
        kinds = Map.copyOf(kinds);
    }

    @Override
    public Optional<SourceKind> named(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    @Override
    public Set<String> names() {
        return kinds.keySet();
    }

    @Override
    public boolean reaches(String uri) {
        return agents.isPresent() && uri.endsWith(WAREHOUSE);
    }

    @Override
    public SourceKinds including(JsonNode metadata) {
        JsonNode added = metadata.path("backend_configs").path("dataconnector");
        if (added.isEmpty()) {
            return this;
        }
        Map<String, SourceKind> all = new HashMap<>();
        for (var agent : added.properties()) {
            if (reaches(agent.getValue().path("uri").asText())) {
                agents.ifPresent(kind -> all.put(agent.getKey(), kind.apply(agent.getKey())));
            }
        }
        all.putAll(kinds);
        return new ServedKinds(all, agents);
    }
}
