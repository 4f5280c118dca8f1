package io.outputport.provisioner.hasura.wave.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.hasura.naming.ProductSources;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.ServedPortJson;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** A port's change as it is stored: equal changes make equal texts. The dialect is found again by its technology. */
public final class ChangeJson {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final WantedPortJson ports;

    public ChangeJson(List<HasuraDialect> dialects) {
        this.ports = new WantedPortJson(dialects);
    }

    ObjectNode write(MetadataChange change) {
        ObjectNode json = JSON.objectNode().put("role", change.role());
        PortIdentity identity = change.identity();
        json.put("component", identity.component());
        identity.computedRole().ifPresent(role -> json.put("computedRole", role));
        texts(json, "prefixes", identity.prefixes());
        identity.sources()
                .ifPresent(sources -> json.putObject("sources")
                        .put("legacyName", sources.legacyName())
                        .put("prefix", sources.prefix()));
        identity.registered().ifPresent(port -> json.set("registered", ServedPortJson.write(port)));
        if (!identity.tried().isEmpty()) {
            var places = json.putArray("tried");
            identity.tried().forEach(place -> places.add(ServedPortJson.write(place)));
        }
        change.wanted().ifPresent(port -> json.set("wanted", ports.write(port)));
        return json;
    }

    MetadataChange read(JsonNode json) {
        PortIdentity identity = new PortIdentity(
                json.path("component").asText(),
                text(json, "computedRole"),
                texts(json.path("prefixes")),
                Optional.ofNullable(json.get("sources"))
                        .map(sources -> new ProductSources(
                                sources.path("legacyName").asText(),
                                sources.path("prefix").asText())),
                Optional.ofNullable(json.get("registered")).map(ServedPortJson::read),
                StreamSupport.stream(json.path("tried").spliterator(), false)
                        .map(ServedPortJson::read)
                        .toList());
        return new MetadataChange(
                identity,
                json.path("role").asText(),
                Optional.ofNullable(json.get("wanted")).map(port -> ports.read(identity, port)));
    }

    /** Sorted, since these are sets. */
    static void texts(ObjectNode json, String field, Collection<String> texts) {
        var array = json.putArray(field);
        new TreeSet<>(texts).forEach(array::add);
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new java.util.ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field)).map(JsonNode::asText);
    }
}
