package io.outputport.provisioner.hasura.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.hasura.plan.MetadataChange.TrackedPlace;
import io.outputport.provisioner.hasura.wave.WritePolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads Hasura's {@code inconsistent_objects}: which of them concern a port, and which are somebody else's. */
public final class Inconsistency implements WritePolicy.Cached {
    /** What a port consists of; relationships and the like on its table are somebody else's. */
    private static final Set<String> PORTS = Set.of("table", "select_permission");

    private final List<JsonNode> objects;

    public Inconsistency(List<JsonNode> objects) {
        this.objects = objects;
    }

    /** Why the whole source does not work, when it does not. */
    public Optional<String> ofSource(String source) {
        return sources(source).map(Inconsistency::reason).findFirst();
    }

    private java.util.stream.Stream<JsonNode> sources(String source) {
        return objects.stream()
                .filter(Inconsistency::isSource)
                .filter(object -> sourceName(object).equals(source));
    }

    /** Why the port's own table or permission does not work, when it does not. */
    public Optional<String> ofTable(TrackedPlace place) {
        return objects.stream()
                .filter(object -> PORTS.contains(object.path("type").asText()))
                .filter(object -> concerns(object, place))
                .map(Inconsistency::reason)
                .findFirst();
    }

    /** Sources that are broken as a whole. */
    @Override
    public Set<String> deadSources() {
        Set<String> names = new HashSet<>();
        objects.stream()
                .filter(Inconsistency::isSource)
                .map(Inconsistency::sourceName)
                .forEach(names::add);
        return names;
    }

    @Override
    public boolean isBroken(String source, JsonNode table) {
        return ofTable(new TrackedPlace(source, table, "")).isPresent();
    }

    private static boolean isSource(JsonNode object) {
        return object.path("type").asText().equals("source");
    }

    private static String sourceName(JsonNode object) {
        JsonNode definition = object.path("definition");
        return definition.isTextual()
                ? definition.asText()
                : object.path("name").asText().replaceFirst("^source ", "");
    }

    /** The definition of a permission holds source and table; that of a table may be the table's name alone. */
    private static boolean concerns(JsonNode object, TrackedPlace place) {
        JsonNode definition = object.path("definition");
        JsonNode table = definition.has("table") ? definition.path("table") : definition;
        String source = definition.path("source").asText(place.source());
        String name = object.path("name").asText();
        return table.equals(place.tableName())
                && source.equals(place.source())
                && (!name.contains(" in source ") || name.endsWith(" in source " + place.source()));
    }

    private static String reason(JsonNode object) {
        return HasuraProblems.quote(object.path("reason").asText());
    }
}
