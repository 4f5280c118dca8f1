package io.outputport.sharing.tck.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** A condition that can be written as a hint, and asked of a row: true, false, or unknown as SQL has it. */
sealed interface Predicate {
    Optional<Boolean> of(Measure row);

    String json();

    Map<String, String> TYPES =
            Map.of("id", "long", "day", "date", "amount", "double", "city", "string", "at", "timestamp");

    /** A column beside a value; of SQL's comparisons. */
    record Compared(String operator, String column, Comparable<?> value) implements Predicate {
        private static final Map<String, String> NAMES = Map.of(
                "=", "equal", "<", "lessThan", "<=", "lessThanOrEqual", ">", "greaterThan", ">=", "greaterThanOrEqual");

        @Override
        public Optional<Boolean> of(Measure row) {
            return row.column(column).map(found -> holds(compare(found, value)));
        }

        @SuppressWarnings("unchecked")
        private static int compare(Comparable<?> one, Comparable<?> other) {
            return ((Comparable<Object>) one).compareTo(other);
        }

        private boolean holds(int compared) {
            return switch (operator) {
                case "=" -> compared == 0;
                case "<" -> compared < 0;
                case "<=" -> compared <= 0;
                case ">" -> compared > 0;
                case ">=" -> compared >= 0;
                default -> compared != 0;
            };
        }

        @Override
        public String json() {
            String equal = "{\"op\":\"" + NAMES.getOrDefault(operator, "equal") + "\",\"children\":[" + named(column)
                    + ",{\"op\":\"literal\",\"value\":\"" + value + "\",\"valueType\":\"" + TYPES.get(column) + "\"}]}";
            return operator.equals("<>") ? "{\"op\":\"not\",\"children\":[" + equal + "]}" : equal;
        }

        /** As the SQL hints of Spark write it. */
        String sql() {
            boolean bare = value instanceof Number;
            return column + " " + operator + " " + (bare ? value : "'" + value + "'");
        }
    }

    /** Whether a column has no value. */
    record IsNull(String column) implements Predicate {
        @Override
        public Optional<Boolean> of(Measure row) {
            return Optional.of(row.column(column).isEmpty());
        }

        @Override
        public String json() {
            return "{\"op\":\"isNull\",\"children\":[" + named(column) + "]}";
        }
    }

    /** The other truth. */
    record Not(Predicate of) implements Predicate {
        @Override
        public Optional<Boolean> of(Measure row) {
            return of.of(row).map(holds -> !holds);
        }

        @Override
        public String json() {
            return "{\"op\":\"not\",\"children\":[" + of.json() + "]}";
        }
    }

    /** All, or one at least. */
    record Joined(boolean all, List<Predicate> parts) implements Predicate {
        @Override
        public Optional<Boolean> of(Measure row) {
            List<Optional<Boolean>> found =
                    parts.stream().map(part -> part.of(row)).toList();
            if (found.contains(Optional.of(!all))) {
                return Optional.of(!all);
            }
            return found.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(all);
        }

        @Override
        public String json() {
            return "{\"op\":\"" + (all ? "and" : "or") + "\",\"children\":"
                    + parts.stream().map(Predicate::json).collect(Collectors.joining(",", "[", "]")) + "}";
        }
    }

    private static String named(String column) {
        return "{\"op\":\"column\",\"name\":\"" + column + "\",\"valueType\":\"" + TYPES.get(column) + "\"}";
    }

    /** @param depth how far it may nest */
    static Predicate random(Random chance, int depth) {
        int kind = depth == 0 ? 3 + chance.nextInt(3) : chance.nextInt(6);
        return switch (kind) {
            case 0, 1 -> new Joined(kind == 0, List.of(random(chance, depth - 1), random(chance, depth - 1)));
            case 2 -> new Not(random(chance, depth - 1));
            case 3 -> new IsNull(column(chance));
            default -> comparison(chance);
        };
    }

    static Compared comparison(Random chance) {
        String column = column(chance);
        String operator = List.of("=", "<", "<=", ">", ">=", "<>").get(chance.nextInt(6));
        return new Compared(operator, column, value(column, chance));
    }

    private static String column(Random chance) {
        return List.of("id", "day", "amount", "city", "at").get(chance.nextInt(5));
    }

    private static Comparable<?> value(String column, Random chance) {
        return switch (column) {
            case "id" -> (long) chance.nextInt(-2, 47);
            case "day" -> LocalDate.of(2026, 11, 1).plusDays(chance.nextInt(-1, 8));
            case "amount" -> chance.nextInt(-40, 22) * 1.5;
            case "city" ->
                List.of("Roma", "Milano", "Zürich", "Bologna", "", "zzz").get(chance.nextInt(6));
            default -> Instant.ofEpochSecond(1_764_500_000L + chance.nextInt(-2, 42) * 3_600L);
        };
    }
}
