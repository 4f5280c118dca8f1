package io.outputport.provisioner.sharing.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Quote;
import io.outputport.foundation.transport.Reply;
import java.time.Duration;
import java.util.Optional;

/** What the sharing server's answers mean, in words. */
final class SharingAnswers {
    static final ProblemCode UNREACHABLE = new ProblemCode("sharing-unreachable");
    static final ProblemCode FAILING = new ProblemCode("sharing-failing");
    static final ProblemCode REFUSED = new ProblemCode("sharing-refused");
    static final ProblemCode OVERTAKEN = new ProblemCode("sharing-overtaken");
    static final ProblemCode OLDER = new ProblemCode("sharing-server-older");
    private static final Duration AT_ONCE = Duration.ofMillis(100);
    private static final int LONGEST_QUOTE = 500;
    private static final String BETWEEN = "Look at what stands between the provisioner and SHARING_URL.";

    private SharingAnswers() {}

    /** Done with the answer when it is a success, or says that there is no such thing. */
    static Outcome<Reply.Answer> judge(Reply reply) {
        return reply.match(
                answer -> answer.isOk() || isMissing(answer) ? Outcome.done(answer) : unsuccessful(answer),
                SharingAnswers::silent);
    }

    /** A 404 of the server itself; a proxy's says nothing about what there is. */
    static boolean isMissing(Reply.Answer answer) {
        return answer.status() == 404 && code(answer).equals("RESOURCE_DOES_NOT_EXIST");
    }

    /** A 200 that says nothing: a page, a cache's or a proxy's body. */
    static <T> Outcome<T> noAnswer(Reply.Answer answer) {
        return Outcome.later(
                Reply.SOON,
                Problem.of(
                        FAILING,
                        "The sharing server does not answer as it should: status " + answer.status()
                                + " and a body that is no answer of its admin API.",
                        BETWEEN));
    }

    /** A thing that was asked for by what the server itself has told. */
    static <T> Outcome<T> unknownCall(Reply.Answer answer) {
        return Outcome.stopped(Problem.of(
                OLDER,
                "The sharing server does not know a call that this provisioner makes: " + quote(answer),
                "Bring the sharing server to the provisioner's version."));
    }

    private static <T> Outcome<T> silent(Reply.Silence silence) {
        return silence.again(
                Problem.of(UNREACHABLE, "The sharing server could not be reached: " + silence.sentence() + "."));
    }

    private static <T> Outcome<T> unsuccessful(Reply.Answer answer) {
        String code = code(answer);
        if (code.isEmpty()) {
            return noAnswer(answer);
        }
        if (answer.status() == 412) {
            return Outcome.later(
                    AT_ONCE,
                    Problem.of(OVERTAKEN, "Somebody else has changed the share since it was read; it is read again."));
        }
        if (answer.status() == 401 || answer.status() == 403) {
            return Outcome.stopped(Problem.of(
                    REFUSED,
                    "The sharing server does not let this provisioner write: " + quote(answer),
                    "Its operators give SHARING_ADMIN_TOKEN the role that writes (docs/sharing.md)."));
        }
        if (code.equals("MALFORMED_REQUEST") && message(answer).contains("is not a field here")) {
            return unknownCall(answer);
        }
        return answer.isForNow()
                ? answer.again(Problem.of(
                        FAILING,
                        "The sharing server does not answer as it should: status " + answer.status() + ", "
                                + quote(answer)))
                : Outcome.stopped(Problem.of(REFUSED, "The sharing server refused: " + quote(answer)));
    }

    private static String code(Reply.Answer answer) {
        return body(answer).map(body -> body.path("errorCode").asText()).orElse("");
    }

    private static String message(Reply.Answer answer) {
        return body(answer).map(body -> body.path("message").asText()).orElse("");
    }

    private static Optional<JsonNode> body(Reply.Answer answer) {
        return answer.json().filter(JsonNode::isObject);
    }

    /** Its words as the end of a sentence of ours. */
    private static String quote(Reply.Answer answer) {
        String message = message(answer);
        String words = Quote.of(message.isBlank() ? "no reason given" : message.strip(), LONGEST_QUOTE);
        return words.endsWith(".") ? words : words + ".";
    }
}
