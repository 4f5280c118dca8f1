package io.outputport.engine.metadata.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.metadata.document.Args;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sources whose entries a request may change. Only they are copied before it runs: copying a document of thousands
 * of tables for one of them would cost more than the change itself.
 *
 * @param sources by name; empty for all of them
 */
public record Reach(Optional<Set<String>> sources) {
    private static final Reach EVERYTHING = new Reach(Optional.empty());
    private static final Reach NOTHING = new Reach(Optional.of(Set.of()));
    private static final Set<String> BATCHES = Set.of("bulk", "bulk_keep_going");
    /** Puts a document of its own in the place of the stored one, or leaves it as it is. */
    private static final Set<String> WITHOUT_CHANGES = Set.of("replace_metadata", "reload_metadata");

    private static final List<String> ON_NAMED_SOURCE = List.of("_add_source", "_update_source");
    private static final List<String> INSIDE_SOURCE = List.of(
            "_track_table",
            "_set_table_customization",
            "_set_apollo_federation_config",
            "_create_select_permission",
            "_drop_select_permission");

    public static Reach of(Command command) {
        String type = command.type();
        JsonNode args = command.args().json();
        if (WITHOUT_CHANGES.contains(type)) {
            return NOTHING;
        }
        if (BATCHES.contains(type)) {
            return together(args);
        }
        if (ON_NAMED_SOURCE.stream().anyMatch(type::endsWith)) {
            return one(args.path("name").asText());
        }
        return INSIDE_SOURCE.stream().anyMatch(type::endsWith)
                ? one(args.has("source") ? args.path("source").asText() : Args.DEFAULT_SOURCE)
                : EVERYTHING;
    }

    public static Reach everything() {
        return EVERYTHING;
    }

    private static Reach one(String source) {
        return new Reach(Optional.of(Set.of(source)));
    }

    private static Reach together(JsonNode steps) {
        Set<String> all = new HashSet<>();
        for (JsonNode step : steps) {
            Optional<Set<String>> some = of(Command.of(step)).sources();
            if (some.isEmpty()) {
                return EVERYTHING;
            }
            all.addAll(some.get());
        }
        return new Reach(Optional.of(Set.copyOf(all)));
    }

    /** A document to work on: what may change is copied, every other source is the stored one itself. */
    public ObjectNode copy(ObjectNode stored) {
        if (sources.isEmpty()) {
            return stored.deepCopy();
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        stored.properties().forEach(entry -> copy.set(entry.getKey(), part(entry.getKey(), entry.getValue())));
        return copy;
    }

    private JsonNode part(String key, JsonNode value) {
        if (!key.equals("sources")) {
            return value.deepCopy();
        }
        ArrayNode copies = JsonNodeFactory.instance.arrayNode();
        for (JsonNode source : value) {
            boolean reached =
                    sources.orElse(Set.of()).contains(source.path("name").asText());
            copies.add(reached ? source.deepCopy() : source);
        }
        return copies;
    }
}
