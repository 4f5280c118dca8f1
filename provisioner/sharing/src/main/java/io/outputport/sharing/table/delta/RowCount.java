package io.outputport.sharing.table.delta;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many rows stand in a file, by its statistics. */
final class RowCount {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String ROWS = "numRecords";

    /** As every writer that is known begins; what comes behind it nobody would have looked at, either. */
    private static final Pattern USUAL = Pattern.compile("\\{\"" + ROWS + "\":(0|[1-9][0-9]{0,17})[,}]");

    private RowCount() {}

    /** Empty where they are not counted. Statistics that are no JSON are a broken log. */
    static Optional<Long> of(String statistics) {
        Matcher usual = USUAL.matcher(statistics);
        return usual.lookingAt() ? Optional.of(Long.valueOf(usual.group(1))) : parsed(statistics);
    }

    private static Optional<Long> parsed(String statistics) {
        try (JsonParser fields = JSON.createParser(statistics)) {
            if (fields.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (fields.nextToken() == JsonToken.FIELD_NAME) {
                String field = fields.currentName();
                JsonToken value = fields.nextToken();
                if (field.equals(ROWS)) {
                    return value == JsonToken.VALUE_NUMBER_INT ? Optional.of(fields.getLongValue()) : Optional.empty();
                }
                fields.skipChildren();
            }
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
