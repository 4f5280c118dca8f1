package io.outputport.sharing.tck.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A row of the table {@code measures}. */
record Measure(long id, Optional<LocalDate> day, Optional<Double> amount, Optional<String> city, Optional<Instant> at) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param text as rows are written in the truth */
    static Measure of(String text) {
        // d and t stand before numbers of days and of microseconds.
        JsonNode row = tree(text.replaceAll(":([dt])(-?\\d+)", ":$2"));
        return new Measure(
                row.path("id").asLong(),
                value(row, "day").map(day -> LocalDate.ofEpochDay(day.asLong())),
                value(row, "amount").map(JsonNode::asDouble),
                value(row, "city").map(JsonNode::asText),
                value(row, "at").map(at -> Instant.EPOCH.plus(at.asLong(), ChronoUnit.MICROS)));
    }

    private static Optional<JsonNode> value(JsonNode row, String name) {
        return Optional.of(row.path(name)).filter(value -> !value.isNull());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The value of a column as hints write it, or nothing where it is null. */
    Optional<Comparable<?>> column(String name) {
        return switch (name) {
            case "id" -> Optional.of(id);
            case "day" -> day.map(value -> value);
            case "amount" -> amount.map(value -> value);
            case "city" -> city.map(value -> value);
            case "at" -> at.map(value -> value);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
