package io.outputport.sandbox.rolemapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.outputport.engine.http.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a request body as the real role mapper's framework does: all faults at once, in its words, as the 422 body
 * that its documentation does not mention.
 */
final class Fields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode node;
    private final List<String> location;
    private final ArrayNode faults;

    private Fields(JsonNode node, List<String> location, ArrayNode faults) {
        this.node = node;
        this.location = location;
        this.faults = faults;
    }

    static Fields of(String body) {
        ArrayNode faults = JsonNodeFactory.instance.arrayNode();
        Fields fields = new Fields(parsed(body, faults), List.of("body"), faults);
        if (faults.isEmpty()) {
            fields.expectObject();
        }
        return fields;
    }

    boolean areFaulty() {
        return !faults.isEmpty();
    }

    Reply refusal() {
        return Answer.detail(422, faults);
    }

    Fields object(String name) {
        Fields inner = new Fields(node.path(name), inside(name), faults);
        if (node.isObject()) {
            inner.expectObject();
        }
        return inner;
    }

    String text(String name) {
        return node.isObject() ? text(node.path(name), inside(name)) : "";
    }

    List<String> texts(String name) {
        JsonNode list = node.path(name);
        List<String> place = inside(name);
        List<String> texts = new ArrayList<>();
        if (!node.isObject() || isAbsent(list, place)) {
            return texts;
        }
        if (!list.isArray()) {
            fault(place, "value is not a valid list", "type_error.list");
        }
        for (int i = 0; i < list.size(); i++) {
            texts.add(text(list.path(i), inside(place, Integer.toString(i))));
        }
        return texts;
    }

    /** Of an object whose values are all texts: the value of the first name that is equal but for upper and lower case. */
    String header(String name) {
        String value = "";
        for (var header : node.properties()) {
            String text = text(header.getValue(), inside(header.getKey()));
            value = value.isEmpty() && header.getKey().equalsIgnoreCase(name) ? text : value;
        }
        return value;
    }

    /** What the role mapper itself has written. */
    static JsonNode json(String written) {
        return parsed(written, JsonNodeFactory.instance.arrayNode());
    }

    private static JsonNode parsed(String body, ArrayNode faults) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            var at = notJson.getLocation();
            String words = "Expecting value: line %d column %d (char %d)"
                    .formatted(at.getLineNr(), at.getColumnNr(), at.getCharOffset());
            fault(faults, List.of("body"), words, "value_error.jsondecode");
        }
        return MissingNode.getInstance();
    }

    private void expectObject() {
        if (!isAbsent(node, location) && !node.isObject()) {
            fault(location, "value is not a valid dict", "type_error.dict");
        }
    }

    private String text(JsonNode value, List<String> place) {
        if (isAbsent(value, place)) {
            return "";
        }
        if (value.isContainerNode()) {
            fault(place, "str type expected", "type_error.str");
        }
        return value.asText();
    }

    private boolean isAbsent(JsonNode value, List<String> place) {
        if (value.isMissingNode() || value.isNull() && place.size() == 1) {
            fault(place, "field required", "value_error.missing");
        } else if (value.isNull()) {
            fault(place, "none is not an allowed value", "type_error.none.not_allowed");
        }
        return value.isMissingNode() || value.isNull();
    }

    private List<String> inside(String name) {
        return inside(location, name);
    }

    private static List<String> inside(List<String> place, String name) {
        List<String> inner = new ArrayList<>(place);
        inner.add(name);
        return inner;
    }

    private void fault(List<String> place, String words, String type) {
        fault(faults, place, words, type);
    }

    private static void fault(ArrayNode faults, List<String> place, String words, String type) {
        var fault = faults.addObject();
        place.forEach(fault.putArray("loc")::add);
        fault.put("msg", words).put("type", type);
    }
}
