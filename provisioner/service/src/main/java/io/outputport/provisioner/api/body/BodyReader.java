package io.outputport.provisioner.api.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.text.TextEncoding;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the JSON object of a request token by token. Stricter than a mapper, which would take {@code 7} for true and
 * {@code {}} for text: every value of a wrong kind is a problem with its place. What is not known is skipped unread.
 */
public final class BodyReader {
    private static final ProblemCode FIELD_TYPE = new ProblemCode("request-field-type");
    private static final ProblemCode FIELD_TWICE = new ProblemCode("request-field-twice");
    private static final ProblemCode TOO_MANY = new ProblemCode("request-list-too-long");
    private static final int MOST_TEXTS = 100_000;
    private static final int MOST_PROBLEMS = 100;
    /** A text may be as long as the body; the server bounds that. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** Picks the fields it wants out of the object that the reader stands on. */
    @FunctionalInterface
    public interface Shape<T> {
        public T read(BodyReader reader, String prefix) throws IOException;
    }

    private final JsonParser parser;
    private final List<Problem> problems = new ArrayList<>();

    private BodyReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The object, or everything that is wrong with the body's form. */
    public static <T> Outcome<T> read(byte[] body, Shape<T> shape) {
        return TextEncoding.problem(body)
                .map(BodyProblems::notUtf8)
                .<Outcome<T>>map(Outcome::stopped)
                .orElseGet(() -> json(body, shape));
    }

    private static <T> Outcome<T> json(byte[] body, Shape<T> shape) {
        try (JsonParser parser = JSON.createParser(body)) {
            BodyReader reader = new BodyReader(parser);
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                return Outcome.stopped(first == null ? BodyProblems.empty() : BodyProblems.notAnObject(kind(first)));
            }
            T value = shape.read(reader, "");
            if (parser.nextToken() != null) {
                return Outcome.stopped(BodyProblems.more(reader.position()));
            }
            return reader.problems.isEmpty() ? Outcome.done(value) : Outcome.stopped(reader.problems);
        } catch (IOException notJson) {
            return Outcome.stopped(BodyProblems.notJson(notJson));
        }
    }

    /** Reads the object at hand to its end; each of {@code fields} then has what the object holds for it. */
    void object(String prefix, BodyField<?>... fields) throws IOException {
        List<String> unknown = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            Optional<BodyField<?>> known =
                    Stream.of(fields).filter(field -> field.name().equals(name)).findFirst();
            if (known.isEmpty()) {
                unknown.add(name);
                parser.skipChildren();
            } else if (!known.get().first()) {
                problem(FIELD_TWICE, prefix + name, "The field is there twice.", "Send it once.");
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                known.get().take(this, prefix + name);
            }
        }
        Stream.of(fields)
                .filter(BodyField::isMissing)
                .forEach(field -> problems.add(BodyProblems.missing(prefix, field.name(), unknown)));
    }

    Optional<String> text(String path) throws IOException {
        return expect(path, "text", JsonToken.VALUE_STRING) ? Optional.of(parser.getText()) : Optional.empty();
    }

    Optional<Boolean> flag(String path) throws IOException {
        return expect(path, "true or false", JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE)
                ? Optional.of(parser.getBooleanValue())
                : Optional.empty();
    }

    Optional<List<String>> texts(String path) throws IOException {
        if (!expect(path, "a list of texts", JsonToken.START_ARRAY)) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            if (index < MOST_TEXTS) {
                text(path + "[" + index + "]").ifPresent(texts::add);
            } else {
                parser.skipChildren();
            }
            if (index == MOST_TEXTS) {
                problem(TOO_MANY, path, "The list has more than " + MOST_TEXTS + " texts.", "Name groups instead.");
            }
        }
        return Optional.of(texts);
    }

    /** An object of any content, as the text that it was sent as, less its white space. */
    Optional<String> anyObject(String path) throws IOException {
        if (!expect(path, "an object", JsonToken.START_OBJECT)) {
            return Optional.empty();
        }
        StringWriter copy = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(copy)) {
            generator.copyCurrentStructureExact(parser);
        }
        return Optional.of(copy.toString());
    }

    <T> Optional<T> nested(String path, Shape<T> shape) throws IOException {
        return expect(path, "an object", JsonToken.START_OBJECT)
                ? Optional.of(shape.read(this, path + "."))
                : Optional.empty();
    }

    private boolean expect(String path, String wanted, JsonToken... allowed) throws IOException {
        JsonToken token = parser.currentToken();
        if (List.of(allowed).contains(token)) {
            return true;
        }
        problem(FIELD_TYPE, path, "This must be " + wanted + ", but is " + kind(token) + ".", "Send " + wanted + ".");
        parser.skipChildren();
        return false;
    }

    /** A body may hold the same mistake a million times. */
    private void problem(ProblemCode code, String path, String message, String hint) {
        if (problems.size() >= MOST_PROBLEMS) {
            return;
        }
        problems.add(Problem.of(code, message, hint).at(path, position()));
    }

    private Position position() {
        return BodyProblems.position(parser.currentTokenLocation()).orElseThrow();
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "null";
        };
    }
}
