package io.outputport.sandbox.rolemapper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import io.outputport.sandbox.rolemapper.python.PythonText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a request body as the real role mapper's framework does (FastAPI with pydantic 1): all faults at once, in its
 * words, as the 422 body that its documentation does not mention.
 */
final class Fields {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode node;
    private final ArrayNode location;
    private final ArrayNode faults;

    private Fields(JsonNode node, ArrayNode location, ArrayNode faults) {
        this.node = node;
        this.location = location;
        this.faults = faults;
    }

    /** @throws Body.Unreadable when it is not even a body with faults */
    static Fields of(Request request) throws Body.Unreadable {
        ArrayNode faults = JSON.arrayNode();
        ArrayNode location = JSON.arrayNode().add("body");
        Fields whole = new Fields(Body.of(request, faults), location, faults);
        return faults.isEmpty() ? new Fields(whole.dictionary(whole.node, location), location, faults) : whole;
    }

    boolean areFaulty() {
        return !faults.isEmpty();
    }

    Reply refusal() {
        return Answer.detail(422, faults);
    }

    Fields object(String name) {
        ArrayNode place = inside(location, name);
        return new Fields(
                node.isObject() ? dictionary(node.path(name), place) : MissingNode.getInstance(), place, faults);
    }

    /** Looks at a field that may be left out. */
    void optionalObject(String name) {
        if (node.hasNonNull(name)) {
            object(name);
        }
    }

    String text(String name) {
        return node.isObject() ? text(node.path(name), inside(location, name)) : "";
    }

    /** The same, of one that may be left out. */
    void optionalText(String name) {
        if (node.hasNonNull(name)) {
            text(name);
        }
    }

    List<String> texts(String name) {
        JsonNode list = node.path(name);
        ArrayNode place = inside(location, name);
        List<String> texts = new ArrayList<>();
        if (!node.isObject() || isAbsent(list, place)) {
            return texts;
        }
        if (!list.isArray()) {
            fault(place, "value is not a valid list", "type_error.list");
            return texts;
        }
        for (int i = 0; i < list.size(); i++) {
            texts.add(text(list.path(i), place.deepCopy().add(i)));
        }
        return texts;
    }

    /** Of an object whose values are all texts: the value of the first of these names that is there. */
    String header(List<String> names) {
        node.properties().forEach(header -> text(header.getValue(), inside(location, header.getKey())));
        return names.stream()
                .filter(node::has)
                .findFirst()
                .map(name -> PythonText.of(node.path(name)))
                .orElse("");
    }

    /** Python makes a dictionary of what is empty, whatever it is; other lists than those of pairs it refuses. */
    private JsonNode dictionary(JsonNode value, ArrayNode place) {
        if (isAbsent(value, place)) {
            return MissingNode.getInstance();
        }
        if (value.isObject()) {
            return value;
        }
        if (value.isArray() && value.isEmpty()
                || value.isTextual() && value.textValue().isEmpty()) {
            return JSON.objectNode();
        }
        fault(place, "value is not a valid dict", "type_error.dict");
        return MissingNode.getInstance();
    }

    private String text(JsonNode value, ArrayNode place) {
        if (isAbsent(value, place)) {
            return "";
        }
        if (value.isContainerNode()) {
            fault(place, "str type expected", "type_error.str");
        }
        return PythonText.of(value);
    }

    private boolean isAbsent(JsonNode value, ArrayNode place) {
        if (value.isMissingNode() || value.isNull() && place.size() == 1) {
            fault(place, "field required", "value_error.missing");
        } else if (value.isNull()) {
            fault(place, "none is not an allowed value", "type_error.none.not_allowed");
        }
        return value.isMissingNode() || value.isNull();
    }

    private static ArrayNode inside(ArrayNode place, String name) {
        return place.deepCopy().add(name);
    }

    private void fault(ArrayNode place, String words, String type) {
        faults.addObject().<ObjectNode>set("loc", place).put("msg", words).put("type", type);
    }
}
