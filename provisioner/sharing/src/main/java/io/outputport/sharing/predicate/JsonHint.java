package io.outputport.sharing.predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.sharing.predicate.value.Operator;
import io.outputport.sharing.predicate.value.Value;
import io.outputport.sharing.predicate.value.ValueKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A condition as a tree of JSON. Every node that is not understood, or whose types are not those of the table, may be
 * anything; the rest still counts.
 */
final class JsonHint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 100;
    private static final Map<String, Operator> OPERATORS = Map.of(
            "equal", Operator.EQUAL,
            "lessThan", Operator.LESS,
            "lessThanOrEqual", Operator.LESS_OR_EQUAL,
            "greaterThan", Operator.GREATER,
            "greaterThanOrEqual", Operator.GREATER_OR_EQUAL);

    private final Columns columns;

    JsonHint(Columns columns) {
        this.columns = columns;
    }

    Condition read(String hint) {
        try {
            return condition(JSON.readTree(hint), 0);
        } catch (JsonProcessingException noJson) {
            return new Condition.NotUnderstood();
        }
    }

    private Condition condition(JsonNode node, int depth) {
        List<JsonNode> children =
                StreamSupport.stream(node.path("children").spliterator(), false).toList();
        if (depth > DEEPEST || children.isEmpty()) {
            return new Condition.NotUnderstood();
        }
        return switch (node.path("op").asText()) {
            case "and" -> new Condition.And(conditions(children, depth));
            case "or" -> new Condition.Or(conditions(children, depth));
            case "not" ->
                children.size() == 1
                        ? new Condition.Not(condition(children.get(0), depth + 1))
                        : new Condition.NotUnderstood();
            case "isNull" ->
                children.size() == 1
                        ? column(children.get(0))
                                .<Condition>map(Condition.IsNull::new)
                                .orElse(new Condition.NotUnderstood())
                        : new Condition.NotUnderstood();
            default -> children.size() == 2 ? comparison(node, children) : new Condition.NotUnderstood();
        };
    }

    private List<Condition> conditions(List<JsonNode> nodes, int depth) {
        return nodes.stream().map(node -> condition(node, depth + 1)).toList();
    }

    private Condition comparison(JsonNode node, List<JsonNode> sides) {
        Optional<Operator> operator =
                Optional.ofNullable(OPERATORS.get(node.path("op").asText()));
        return operator.flatMap(as -> comparison(sides.get(0), as, sides.get(1))
                        .or(() -> comparison(sides.get(1), as.turned(), sides.get(0))))
                .orElse(new Condition.NotUnderstood());
    }

    private Optional<Condition> comparison(JsonNode column, Operator operator, JsonNode literal) {
        String type = literal.path("valueType").asText();
        if (!literal.path("op").asText().equals("literal")
                || !literal.path("value").isTextual()
                || !column.path("valueType").asText().equals(type)) {
            return Optional.empty();
        }
        return column(column)
                .flatMap(found -> found.kind()
                        .filter(kind -> isOf(kind, type))
                        .flatMap(kind -> value(kind, type, literal.path("value").asText())
                                .map(value -> new Condition.Comparison(found, kind, operator, value))));
    }

    private Optional<Column> column(JsonNode node) {
        return node.path("op").asText().equals("column") && node.path("name").isTextual()
                ? columns.named(node.path("name").asText())
                : Optional.empty();
    }

    private static boolean isOf(ValueKind kind, String type) {
        return switch (type) {
            case "bool" -> kind == ValueKind.BOOLEAN;
            case "int", "long" -> kind == ValueKind.WHOLE;
            case "string" -> kind == ValueKind.STRING;
            case "date" -> kind == ValueKind.DATE;
            case "float", "double" -> kind.hasNaN();
            case "timestamp" -> kind == ValueKind.TIMESTAMP;
            default -> false;
        };
    }

    /** A literal's precision is its own, not the column's. */
    private static Optional<Value> value(ValueKind kind, String type, String text) {
        return kind.hasNaN() ? (type.equals("float") ? ValueKind.FLOAT : ValueKind.DOUBLE).read(text) : kind.read(text);
    }
}
