package io.outputport.sharing.protocol.ask;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.protocol.refusal.Refusals;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a query asks for. Hints say which rows a client can do without; it filters again itself, so that one which is not
 * understood may be left out of account. Fields that are not known are left alone: some clients wrap theirs.
 */
public record QueryBody(JsonNode fields) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 1 << 20;
    private static final int MOST_HINTS = 1_000;
    /** Of a page. */
    public static final int MOST_FILES = 10_000;

    public static Outcome<QueryBody> read(Optional<byte[]> body) {
        byte[] bytes = body.orElseGet(() -> new byte[0]);
        if (bytes.length > LARGEST) {
            return malformed("The body has " + bytes.length + " bytes, but at most " + LARGEST + " are read.");
        }
        return tree(bytes).then(tree -> {
            if (!tree.isObject()) {
                return malformed("The body is no JSON object.");
            }
            QueryBody query = new QueryBody(tree);
            return query.wrong()
                    .findFirst()
                    .<Outcome<QueryBody>>map(Outcome::stopped)
                    .orElseGet(() -> Outcome.done(query));
        });
    }

    private static Outcome<JsonNode> tree(byte[] bytes) {
        if (bytes.length == 0) {
            return Outcome.done(JsonNodeFactory.instance.objectNode());
        }
        try {
            return Outcome.done(JSON.readTree(bytes));
        } catch (JacksonException broken) {
            return malformed("The body is not JSON"
                    + Optional.ofNullable(broken.getLocation())
                            .map(at -> ": line " + at.getLineNr() + ", column " + at.getColumnNr())
                            .orElse("")
                    + ".");
        } catch (IOException impossible) {
            return malformed("The body is not JSON.");
        }
    }

    private Stream<Problem> wrong() {
        return Stream.of(
                        wrongHints(),
                        wrongLimit(),
                        wrongPage(),
                        wrongVersions(),
                        wrongToken("pageToken"),
                        wrongToken("refreshToken"))
                .flatMap(Optional::stream);
    }

    private Optional<Problem> wrongHints() {
        JsonNode hints = fields.path("predicateHints");
        return isAbsent(hints) || (hints.isArray() && hints.size() <= MOST_HINTS)
                ? Optional.empty()
                : Optional.of(Refusals.parameter(
                        "predicateHints is no list of at most " + MOST_HINTS + " texts.",
                        "Leave it out, or write [\"column = 1\"]."));
    }

    private Optional<Problem> wrongLimit() {
        return isAbsent(fields.path("limitHint")) || isWhole("limitHint", 0)
                ? Optional.empty()
                : Optional.of(Refusals.parameter(
                        "limitHint is no whole number of rows.", "Leave it out, or write how many rows are enough."));
    }

    private Optional<Problem> wrongPage() {
        return isAbsent(fields.path("maxFiles")) || isWhole("maxFiles", 1)
                ? Optional.empty()
                : Optional.of(Refusals.parameter(
                        "maxFiles is no whole number of files.", "Leave it out to get all, or write how many."));
    }

    private Optional<Problem> wrongVersions() {
        List<String> given = Stream.of("version", "timestamp", "startingVersion", "refreshToken")
                .filter(name -> !isAbsent(fields.path(name)))
                .toList();
        return given.size() < 2
                ? Optional.empty()
                : Optional.of(Refusals.parameter(
                        String.join(" and ", given) + " are given, and may name different versions.",
                        "Leave all but one of them out."));
    }

    private Optional<Problem> wrongToken(String name) {
        return isAbsent(fields.path(name)) || fields.path(name).isTextual()
                ? Optional.empty()
                : Optional.of(wrongTokenOf(name));
    }

    /** The same words for one that is made up, one of another query and one that is too old. */
    public static Problem wrongTokenOf(String name) {
        return Refusals.parameter(
                name + " is not one that this server gave for this query, or not good any more.",
                "Ask again without it, from the start.");
    }

    private boolean isWhole(String name, long least) {
        JsonNode number = fields.path(name);
        return number.isIntegralNumber() && number.canConvertToLong() && number.longValue() >= least;
    }

    public Outcome<VersionChoice> version() {
        return VersionChoice.of(text("version"), text("timestamp"));
    }

    /** Changes since a version are asked for, and not a version itself. */
    public boolean isAboutChanges() {
        return Stream.of("startingVersion", "endingVersion").anyMatch(name -> !isAbsent(fields.path(name)));
    }

    public List<String> sqlHints() {
        return StreamSupport.stream(fields.path("predicateHints").spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    public Optional<String> jsonHint() {
        return text("jsonPredicateHints");
    }

    public Optional<Long> limit() {
        return Optional.of(fields.path("limitHint")).filter(JsonNode::isNumber).map(JsonNode::longValue);
    }

    /** Whether a part of the files is asked for, and then another. */
    public boolean isPaged() {
        return maxFiles().isPresent() || pageToken().isPresent();
    }

    /** Files of a page, where pages are asked for. */
    public Optional<Integer> maxFiles() {
        return Optional.of(fields.path("maxFiles")).filter(JsonNode::isNumber).map(most ->
                (int) Math.min(most.longValue(), MOST_FILES));
    }

    public Optional<String> pageToken() {
        return text("pageToken");
    }

    public Optional<String> refreshToken() {
        return text("refreshToken");
    }

    public boolean wantsRefreshToken() {
        return fields.path("includeRefreshToken").asBoolean(false);
    }

    private Optional<String> text(String name) {
        return Optional.of(fields.path(name)).filter(field -> !isAbsent(field)).map(JsonNode::asText);
    }

    private static boolean isAbsent(JsonNode field) {
        return field.isMissingNode() || field.isNull();
    }

    private static <T> Outcome<T> malformed(String message) {
        return Outcome.stopped(Problem.of(Refusals.BODY, message, "Send an object such as {} or {\"limitHint\": 10}."));
    }
}
