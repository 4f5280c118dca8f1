package io.outputport.sharing.predicate.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** What kind of values a column has, and how they are read from the texts of a log. What cannot be read says nothing. */
public enum ValueKind {
    BOOLEAN(text -> Value.of(truth(text) ? 1 : 0)),
    WHOLE(text -> number(new BigDecimal(text))),
    DECIMAL(text -> number(new BigDecimal(text))),
    /** As it is in files: 0.7 is a little less there. */
    FLOAT(text -> number(new BigDecimal(Float.parseFloat(text)))),
    DOUBLE(text -> number(new BigDecimal(Double.parseDouble(text)))),
    STRING(Value.Text::new),
    DATE(text -> Value.of(modern(LocalDate.parse(text)).toEpochDay())),
    /** Only with a zone: whose time it is without one is not known. */
    TIMESTAMP(text -> micros(
            OffsetDateTime.parse(text).toLocalDateTime(),
            OffsetDateTime.parse(text).getOffset())),
    LOCAL_TIMESTAMP(text -> micros(LocalDateTime.parse(text.replace(' ', 'T')), ZoneOffset.UTC));

    /** Before, writers do not agree on calendars. */
    private static final int FIRST_YEAR = 1900;

    private static final int LONGEST_NUMBER = 60;

    private final Function<String, Value> reading;

    ValueKind(Function<String, Value> reading) {
        this.reading = reading;
    }

    /** @param type as a schema has it; empty for one whose values are not compared */
    public static Optional<ValueKind> of(String type) {
        return switch (type) {
            case "boolean" -> Optional.of(BOOLEAN);
            case "byte", "short", "integer", "long" -> Optional.of(WHOLE);
            case "float" -> Optional.of(FLOAT);
            case "double" -> Optional.of(DOUBLE);
            case "string" -> Optional.of(STRING);
            case "date" -> Optional.of(DATE);
            case "timestamp" -> Optional.of(TIMESTAMP);
            case "timestamp_ntz" -> Optional.of(LOCAL_TIMESTAMP);
            default -> type.startsWith("decimal(") ? Optional.of(DECIMAL) : Optional.empty();
        };
    }

    public Optional<Value> read(String text) {
        if (this != STRING && text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(text));
        } catch (NumberFormatException | DateTimeException noValue) {
            return Optional.empty();
        }
    }

    /** Of these a value can be among the rows that is greater than all, and in no statistics. */
    public boolean hasNaN() {
        return this == FLOAT || this == DOUBLE;
    }

    public boolean isTime() {
        return this == TIMESTAMP || this == LOCAL_TIMESTAMP;
    }

    private static Value number(BigDecimal number) {
        if (Math.abs((long) number.scale()) > 1_000) {
            throw new NumberFormatException("not one that a column holds");
        }
        return new Value.Number(number);
    }

    private static boolean truth(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new NumberFormatException("neither true nor false");
        }
        return text.equalsIgnoreCase("true");
    }

    private static LocalDate modern(LocalDate date) {
        if (date.getYear() < FIRST_YEAR) {
            throw new DateTimeException("of an old calendar");
        }
        return date;
    }

    private static Value micros(LocalDateTime time, ZoneOffset zone) {
        modern(time.toLocalDate());
        return Value.of(ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant(zone)));
    }
}
