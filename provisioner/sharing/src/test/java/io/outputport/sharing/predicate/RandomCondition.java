package io.outputport.sharing.predicate;

import io.outputport.sharing.predicate.RandomTable.RandomColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A condition that can be written in both languages, and tried on rows. */
sealed interface RandomCondition {
    record Compared(RandomColumn column, String operator, Comparable<?> value) implements RandomCondition {
        boolean holds(Comparable<?> other) {
            int order = Rows.compare(other, value);
            return switch (operator) {
                case "=" -> order == 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }

        String jsonType() {
            if (value instanceof Boolean) {
                return "bool";
            }
            return value instanceof Instant ? "timestamp" : column.type().replace("integer", "int");
        }

        String sqlValue() {
            if (value instanceof String || value instanceof LocalDate || value instanceof Instant) {
                return "'" + value.toString().replace("'", "''") + "'";
            }
            return value instanceof Float number ? Double.toString(number) : value.toString();
        }
    }

    record Missing(RandomColumn column) implements RandomCondition {}

    record Negated(RandomCondition part) implements RandomCondition {}

    record Joined(boolean all, List<RandomCondition> parts) implements RandomCondition {}

    Map<String, String> OPERATORS = Map.of(
            "=", "equal", "<", "lessThan", "<=", "lessThanOrEqual", ">", "greaterThan", ">=", "greaterThanOrEqual");

    static RandomCondition of(Random random, List<RandomColumn> columns, int depth) {
        int kind = random.nextInt(depth > 2 ? 4 : 8);
        if (kind < 4) {
            RandomColumn column = columns.get(random.nextInt(columns.size()));
            Comparable<?> value = RandomTable.value(random, column.type());
            return kind == 0 || value == null
                    ? new Missing(column)
                    : new Compared(
                            column, List.copyOf(OPERATORS.keySet()).get(random.nextInt(OPERATORS.size())), value);
        }
        return kind == 4
                ? new Negated(of(random, columns, depth + 1))
                : new Joined(
                        kind < 7,
                        IntStream.range(0, 2 + random.nextInt(2))
                                .mapToObj(at -> of(random, columns, depth + 1))
                                .toList());
    }

    /** As SQL has it; empty for what is neither true nor false. */
    default Optional<Boolean> inSql(Map<String, @Nullable Comparable<?>> row) {
        if (this instanceof Compared compared) {
            return Optional.ofNullable(row.get(compared.column().name())).map(compared::holds);
        }
        if (this instanceof Missing missing) {
            return Optional.of(row.get(missing.column().name()) == null);
        }
        if (this instanceof Negated negated) {
            return negated.part().inSql(row).map(truth -> !truth);
        }
        Joined joined = (Joined) this;
        List<Optional<Boolean>> parts =
                joined.parts().stream().map(part -> part.inSql(row)).toList();
        if (parts.contains(Optional.of(!joined.all()))) {
            return Optional.of(!joined.all());
        }
        return parts.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(joined.all());
    }

    /** As data frames have it: what is compared with nothing, or with what is no number, is false. */
    default boolean inFrames(Map<String, @Nullable Comparable<?>> row) {
        if (this instanceof Compared compared) {
            Comparable<?> value = row.get(compared.column().name());
            boolean none = value == null || value.equals(Double.NaN) || value.equals(Float.NaN);
            return !none && compared.holds(Objects.requireNonNull(value));
        }
        if (this instanceof Missing) {
            return inSql(row).orElseThrow();
        }
        if (this instanceof Negated negated) {
            return !negated.part().inFrames(row);
        }
        Joined joined = (Joined) this;
        return joined.all()
                ? joined.parts().stream().allMatch(part -> part.inFrames(row))
                : joined.parts().stream().anyMatch(part -> part.inFrames(row));
    }

    default String json() {
        if (this instanceof Compared compared) {
            String type = compared.jsonType();
            return "{\"op\":\"" + OPERATORS.get(compared.operator()) + "\",\"children\":["
                    + column(compared.column(), type) + ",{\"op\":\"literal\",\"value\":\""
                    + compared.value() + "\",\"valueType\":\"" + type + "\"}]}";
        }
        if (this instanceof Missing missing) {
            return "{\"op\":\"isNull\",\"children\":[" + column(missing.column(), "string") + "]}";
        }
        if (this instanceof Negated negated) {
            return "{\"op\":\"not\",\"children\":[" + negated.part().json() + "]}";
        }
        Joined joined = (Joined) this;
        return "{\"op\":\"" + (joined.all() ? "and" : "or") + "\",\"children\":["
                + joined.parts().stream().map(RandomCondition::json).collect(Collectors.joining(",")) + "]}";
    }

    private static String column(RandomColumn column, String type) {
        return "{\"op\":\"column\",\"name\":\"" + column.name() + "\",\"valueType\":\"" + type + "\"}";
    }

    default String sql() {
        if (this instanceof Compared compared) {
            return compared.column().name() + " " + compared.operator() + " " + compared.sqlValue();
        }
        if (this instanceof Missing missing) {
            return "`" + missing.column().name() + "` IS NULL";
        }
        if (this instanceof Negated negated) {
            return "NOT (" + negated.part().sql() + ")";
        }
        Joined joined = (Joined) this;
        return joined.parts().stream()
                .map(part -> "(" + part.sql() + ")")
                .collect(Collectors.joining(joined.all() ? " AND " : " or "));
    }
}
