package io.outputport.engine.graphql.read.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import io.outputport.engine.graphql.read.input.Input.InputKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns literals and JSON into inputs, and an input into JSON where a column holds JSON. */
public final class Inputs {
    private Inputs() {}

    public static Input ofLiteral(Value<?> value) {
        if (value instanceof ArrayValue list) {
            return new Input.ListOf(
                    list.getValues().stream().map(Inputs::ofLiteral).toList());
        }
        if (value instanceof ObjectValue object) {
            Map<String, Input> entries = new LinkedHashMap<>();
            object.getObjectFields()
                    .forEach(field -> entries.putIfAbsent(field.getName(), ofLiteral(field.getValue())));
            return new Input.Fields(entries);
        }
        if (value instanceof VariableReference variable) {
            return new Input.Variable(variable.getName());
        }
        return value instanceof NullValue ? new Input.Null() : scalar(value);
    }

    private static Input scalar(Value<?> value) {
        if (value instanceof IntValue number) {
            return new Input.Scalar(InputKind.INTEGER, number.getValue().toString());
        }
        if (value instanceof FloatValue number) {
            return new Input.Scalar(InputKind.FLOAT, number.getValue().toString());
        }
        if (value instanceof BooleanValue flag) {
            return new Input.Scalar(InputKind.BOOLEAN, Boolean.toString(flag.isValue()));
        }
        if (value instanceof EnumValue name) {
            return new Input.Scalar(InputKind.ENUM, name.getName());
        }
        return new Input.Scalar(InputKind.STRING, ((StringValue) value).getValue());
    }

    static Input ofJson(JsonNode json) {
        if (json.isArray()) {
            List<Input> elements = new ArrayList<>();
            json.forEach(element -> elements.add(ofJson(element)));
            return new Input.ListOf(elements);
        }
        if (json.isObject()) {
            Map<String, Input> entries = new LinkedHashMap<>();
            json.properties().forEach(entry -> entries.put(entry.getKey(), ofJson(entry.getValue())));
            return new Input.Fields(entries);
        }
        if (json.isNumber()) {
            return new Input.Scalar(InputKind.NUMBER, json.asText());
        }
        if (json.isBoolean()) {
            return new Input.Scalar(InputKind.BOOLEAN, json.asText());
        }
        return json.isTextual() ? new Input.Scalar(InputKind.JSON_STRING, json.textValue()) : new Input.Null();
    }

    /** The JSON that a column of type json or jsonb is compared with. */
    public static JsonNode toJson(Input input) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (input instanceof Input.ListOf list) {
            ArrayNode array = json.arrayNode();
            list.elements().forEach(element -> array.add(toJson(element)));
            return array;
        }
        if (input instanceof Input.Fields fields) {
            ObjectNode object = json.objectNode();
            fields.entries().forEach((key, value) -> object.set(key, toJson(value)));
            return object;
        }
        if (input instanceof Input.Scalar scalar) {
            return switch (scalar.kind()) {
                case INTEGER, FLOAT, NUMBER -> json.numberNode(new BigDecimal(scalar.text()));
                case BOOLEAN -> json.booleanNode(Boolean.parseBoolean(scalar.text()));
                case STRING, JSON_STRING, ENUM -> json.textNode(scalar.text());
            };
        }
        return json.nullNode();
    }
}
