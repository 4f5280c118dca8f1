package io.outputport.provisioner.hasura.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Quote;
import io.outputport.foundation.transport.Reply;
import java.util.Optional;

/** What Hasura's answers mean, in words. Only the {@code error} of an answer is quoted: {@code internal} holds secrets. */
public final class HasuraProblems {
    static final ProblemCode UNREACHABLE = new ProblemCode("hasura-unreachable");
    public static final ProblemCode FAILING = new ProblemCode("hasura-failing");
    static final ProblemCode REFUSED = new ProblemCode("hasura-refused");
    static final ProblemCode NAME_COLLISION = new ProblemCode("hasura-name-collision");
    public static final ProblemCode INCONSISTENT = new ProblemCode("hasura-inconsistent");
    public static final ProblemCode TOO_LARGE = new ProblemCode("hasura-request-too-large");
    public static final ProblemCode INTERNAL_ERROR = new ProblemCode("hasura-internal-error");
    public static final ProblemCode ENTRIES_UNAVAILABLE = new ProblemCode("hasura-entries-unavailable");
    static final ProblemCode NOT_STORED = new ProblemCode("hasura-not-stored");
    static final ProblemCode OVERTAKEN = new ProblemCode("hasura-overtaken");
    public static final ProblemCode BUSY = new ProblemCode("hasura-busy");
    static final ProblemCode SCHEMA_BROKEN = new ProblemCode("hasura-schema-broken");
    public static final ProblemCode NOT_VISIBLE = new ProblemCode("hasura-not-visible");

    private static final int LONGEST_QUOTE = 500;
    public static final int GATEWAY_TIMED_OUT = 504;
    private static final int BAD_GATEWAY = 502;

    private HasuraProblems() {}

    public static <T> Outcome<T> silent(Reply.Silence silence) {
        return silence.again(Problem.of(UNREACHABLE, "Hasura could not be reached: " + silence.sentence() + "."));
    }

    /** What an answer other than 200 means. */
    public static <T> Outcome<T> unsuccessful(Reply.Answer answer) {
        JsonNode body = answer.json().filter(JsonNode::isObject).orElse(null);
        if (answer.status() == 413) {
            return Outcome.stopped(Problem.of(
                    TOO_LARGE,
                    "The metadata is larger than Hasura, or a proxy before it, accepts (status 413).",
                    "Raise the limit of the request body there."));
        }
        if (body == null) {
            return later(answer, "status " + answer.status() + " and no JSON.");
        }
        String error = body.path("error").asText();
        if (error.contains("conflicting definitions")) {
            return Outcome.stopped(Problem.of(NAME_COLLISION, "Hasura refused a name that is taken: " + quote(error)));
        }
        return answer.isForNow() || error.contains("read-only mode")
                ? later(answer, "status " + answer.status() + ", " + quote(error))
                : Outcome.stopped(Problem.of(
                        REFUSED, "Hasura refused (" + body.path("code").asText("no code") + "): " + quote(error)));
    }

    /** A 200 that says nothing: a page, a cache's or a proxy's body. */
    public static <T> Outcome<T> noAnswerTo(String operation) {
        return Outcome.later(
                Reply.SOON,
                Problem.of(
                        FAILING,
                        "Hasura does not answer as it should: status 200 and a body that is no answer to " + operation
                                + ".",
                        "Look at what stands between the provisioner and HASURA_URL."));
    }

    /** Written, so it was said; but what is there is not what was written. */
    public static <T> Outcome<T> notStored() {
        return Outcome.later(
                Reply.SOON,
                Problem.of(
                        NOT_STORED,
                        "Hasura said that it had taken the change, but its metadata do not show it.",
                        "Look at what stands between the provisioner and HASURA_URL."));
    }

    /** Said in full, as it is no fault of Hasura's own: it may still be building. */
    public static <T> Outcome<T> gatewayGaveUp(int status) {
        return Outcome.later(
                Reply.SOON,
                Problem.of(
                        FAILING,
                        "A gateway before Hasura gave up waiting for its answer to a write (status " + status
                                + "), and Hasura's metadata have not changed since.",
                        "Give the gateway a time-out as long as a schema build of this Hasura takes."));
    }

    /** A write that was sent, of which nothing was heard or seen. */
    public static <T> Outcome<T> unansweredWrite(Reply.Silence silence) {
        return Outcome.later(
                Reply.SOON,
                Problem.of(
                        UNREACHABLE,
                        "Hasura took a write and did not answer it (" + silence.sentence()
                                + "), and its metadata have not changed since."));
    }

    /** Others write so often that ours always comes too late. */
    public static Problem overtaken(int races) {
        return Problem.of(
                OVERTAKEN,
                "Somebody else keeps changing Hasura's metadata: " + races
                        + " writes in a row came too late, each time because of somebody else's.");
    }

    /**
     * No port's fault, and over as soon as somebody mends it.
     *
     * @param table whose name it is, where that is known
     */
    public static Problem brokenByOthers(String name, Optional<String> table) {
        return Problem.of(
                SCHEMA_BROKEN,
                "Hasura takes no write that looks at all sources, because GraphQL forbids the name "
                        + Quote.of(name, LONGEST_QUOTE) + " of a constraint or type in its schema. It belongs to "
                        + table.map(known -> "table " + known).orElse("a table that Hasura does not name")
                        + ", which is no part of what is deployed here.",
                "Have it renamed, or the table untracked; the task goes on by itself then.");
    }

    /** Whether a proxy says that it has no answer, which tells nothing about what Hasura does. */
    public static boolean isOfProxy(Reply.Answer answer) {
        return answer.status() == GATEWAY_TIMED_OUT
                || (answer.status() == BAD_GATEWAY
                        && answer.json().filter(JsonNode::isObject).isEmpty());
    }

    /** Whether the role may not ask for its schema; any other error says nothing about what the role sees. */
    static boolean isRefusedIntrospection(JsonNode error) {
        return error.at("/extensions/code").asText().equals("validation-failed")
                || error.path("message").asText().contains("introspection");
    }

    /** A query that was not carried out, for a reason that is not in the query. */
    static <T> Outcome<T> unansweredQuery(Reply.Answer answer, JsonNode error) {
        return later(
                answer,
                "status " + answer.status() + ", " + quote(error.path("message").asText("no data")));
    }

    private static <T> Outcome<T> later(Reply.Answer answer, String how) {
        return answer.again(Problem.of(FAILING, "Hasura does not answer as it should: " + how));
    }

    /**
     * Hasura's words as the end of a sentence of ours; Hasura itself sets no full stop. A reason may repeat the address of a
     * source, which holds its password when it stands in the metadata.
     */
    static String quote(String text) {
        String words = Quote.of(text.isBlank() ? "no reason given" : text.strip(), LONGEST_QUOTE);
        return words.endsWith(".") ? words : words + ".";
    }
}
