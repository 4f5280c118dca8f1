package io.outputport.engine.metadata.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.TableName;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;

/** Ways into the metadata document. Order and keys that the engine does not know stay as they are. */
public record Document(ObjectNode json) {

    public ArrayNode sources() {
        return list(json, "sources");
    }

    public Optional<ObjectNode> source(String name) {
        return find(sources(), source -> source.path("name").asText().equals(name));
    }

    /** @throws Refused when there is none */
    public ObjectNode existingSource(String name) {
        return source(name).orElseThrow(() -> noSuchSource(name));
    }

    public Optional<ObjectNode> table(String source, SourceKind kind, TableName table) {
        return source(source)
                .flatMap(found -> find(
                        list(found, "tables"),
                        entry -> kind.tableName(entry.path("table")).equals(table)));
    }

    public void removeSource(String name) {
        remove(sources(), source -> source.path("name").asText().equals(name));
    }

    public void removeTable(String source, SourceKind kind, TableName table) {
        source(source)
                .ifPresent(found -> remove(
                        list(found, "tables"),
                        entry -> kind.tableName(entry.path("table")).equals(table)));
    }

    public static Refused noSuchSource(String name) {
        return Refused.badRequest("not-exists", "source with name \"" + name + "\" does not exist");
    }

    /** The array under this key; made when it is missing. */
    public static ArrayNode list(ObjectNode parent, String key) {
        JsonNode found = parent.get(key);
        return found instanceof ArrayNode array ? array : parent.putArray(key);
    }

    public static Optional<ObjectNode> find(ArrayNode array, Predicate<JsonNode> wanted) {
        for (JsonNode element : array) {
            if (element instanceof ObjectNode object && wanted.test(object)) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    public static void remove(ArrayNode array, Predicate<JsonNode> unwanted) {
        for (Iterator<JsonNode> elements = array.elements(); elements.hasNext(); ) {
            if (unwanted.test(elements.next())) {
                elements.remove();
            }
        }
    }
}
