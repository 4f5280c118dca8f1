package io.outputport.provisioner.hasura.rolemapper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Quote;
import io.outputport.foundation.transport.Reply;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What the role mapper's answers mean, in words.
 *
 * @param timeout how long a call was waited for
 */
record RoleMapperAnswers(Duration timeout) {
    static final ProblemCode UNREACHABLE = new ProblemCode("role-mapper-unreachable");
    static final ProblemCode FAILING = new ProblemCode("role-mapper-failing");
    static final ProblemCode REFUSED = new ProblemCode("role-mapper-refused");
    static final ProblemCode ROLE_TAKEN = new ProblemCode("role-taken");
    static final ProblemCode SECOND_ROLE = new ProblemCode("role-second");
    static final ProblemCode MIXED_UP = new ProblemCode("role-mapper-mixed-up");

    private static final String BAD = "The role mapper does not answer as it should: ";
    private static final int LONGEST_QUOTE = 300;

    /**
     * What a lookup asked for.
     *
     * @param field the field of the answer that has to say the same
     */
    record AskedRole(String field, String value) {}

    /** A role as the role mapper holds it. */
    record Held(String role, String component) {}

    /** Empty when there is no such role. What answers another question says nothing about this one. */
    Outcome<Optional<Held>> found(Reply reply, AskedRole question) {
        return judge(reply, true)
                .then(body -> body.isMissingNode() ? Outcome.done(Optional.empty()) : held(body, question));
    }

    private static Outcome<Optional<Held>> held(JsonNode body, AskedRole question) {
        for (String field : List.of("role_id", "component_id")) {
            String value = body.path(field).asText("");
            if (value.isEmpty()) {
                return Outcome.later(Reply.SOON, Problem.of(FAILING, BAD + "status 200 and no " + field + "."));
            }
            if (value.chars().anyMatch(Character::isISOControl)) {
                return Outcome.stopped(Problem.of(
                        MIXED_UP,
                        "The role mapper answers with a " + field + " that holds a control character: " + shown(value)
                                + ".",
                        "Its operators find such a row in its database and correct it."));
            }
        }
        String told = body.path(question.field()).asText();
        return told.equals(question.value())
                ? Outcome.done(Optional.of(new Held(
                        body.path("role_id").asText(), body.path("component_id").asText())))
                : Outcome.later(Reply.SOON, mixedUp(question.field() + " " + question.value(), told));
    }

    private static Problem mixedUp(String asked, String told) {
        return Problem.of(
                MIXED_UP,
                "The role mapper was asked about " + asked + " and answered about " + shown(told)
                        + ", so nothing was written.",
                "A cache or a proxy in front of it gives an answer that belongs to another question.");
    }

    private static String shown(String value) {
        String plain = value.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > LONGEST_QUOTE ? plain.substring(0, LONGEST_QUOTE) + "…" : plain;
    }

    /** A write counts when its echo says what was sent. */
    Written written(Reply reply, JsonNode sent) {
        Outcome<JsonNode> judged = judge(reply, false);
        Outcome<JsonNode> checked = judged.then(echo -> isEcho(echo, sent)
                ? Outcome.done(echo)
                : Outcome.later(
                        Reply.SOON, Problem.of(MIXED_UP, BAD + "its answer is not about what it was told to write.")));
        return new Written(checked, mayBeAtWork(reply, checked.isDone()));
    }

    private static boolean isEcho(JsonNode echo, JsonNode sent) {
        return sent.properties().stream()
                .allMatch(field -> texts(field.getValue()).equals(texts(echo.path(field.getKey()))));
    }

    /** A single text, or a list whose order and repetitions do not count. */
    private static Set<String> texts(JsonNode value) {
        Set<String> texts = new HashSet<>();
        (value.isArray() ? value : List.of(value)).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Its own refusals and failures end the work; silence, and what only a proxy answers, may leave it at work. */
    private static boolean mayBeAtWork(Reply reply, boolean isDone) {
        return reply.match(answer -> !isDone && mayBeAtWork(answer), Reply.Silence::sent);
    }

    private static boolean mayBeAtWork(Reply.Answer answer) {
        boolean itsOwn = answer.json().filter(body -> body.has("error")).isPresent();
        return answer.status() == 200 || answer.status() == 408 || answer.status() >= 500 && !itsOwn;
    }

    /** @param mayBeUnknown whether 404 is an answer; it is done and a missing node then */
    Outcome<JsonNode> judge(Reply reply, boolean mayBeUnknown) {
        return reply.match(answer -> judge(answer, mayBeUnknown), silence -> silence.again(silent(silence)));
    }

    private static Outcome<JsonNode> judge(Reply.Answer answer, boolean mayBeUnknown) {
        Optional<JsonNode> body = answer.json();
        if (answer.status() == 200 && body.isPresent()) {
            return Outcome.done(body.get());
        }
        if (answer.status() == 404
                && mayBeUnknown
                && body.filter(JsonNode::isTextual).isPresent()) {
            return Outcome.done(JsonNodeFactory.instance.missingNode());
        }
        return (answer.status() == 400 || answer.status() == 422) && body.isPresent()
                ? Outcome.stopped(Problem.of(REFUSED, "The role mapper refused: " + quote(body.get()) + "."))
                : answer.again(failing(answer));
    }

    static Problem roleTaken(String role, String owner) {
        return Problem.of(
                ROLE_TAKEN,
                "Role " + role + " belongs to another component: " + owner + ".",
                "Two output ports whose names are equal without spaces and hyphens cannot both be deployed; rename one.");
    }

    static Problem secondRole(String role, String component, String held) {
        return Problem.of(
                SECOND_ROLE,
                "Component " + component + " cannot get role " + role + ", since the role mapper knows it with role "
                        + held + ".",
                "Deploy it again: the role that the role mapper knows is kept.");
    }

    private Problem silent(Reply.Silence silence) {
        return silence.timedOut()
                ? Problem.of(
                        UNREACHABLE,
                        "The role mapper did not answer within " + timeout.toMillis() / 1000.0 + " s.",
                        "It reads Hasura's whole schema for each call; a large one may need a longer"
                                + " ROLE_MAPPER_TIMEOUT.")
                : Problem.of(UNREACHABLE, "The role mapper could not be reached: " + silence.sentence() + ".");
    }

    private static Problem failing(Reply.Answer answer) {
        String how = answer.json()
                .map(body -> "status " + answer.status() + ", " + quote(body))
                .orElse("status " + answer.status() + " and no JSON");
        return Problem.of(FAILING, BAD + how + ".");
    }

    private static String quote(JsonNode body) {
        return Quote.of(words(body), LONGEST_QUOTE);
    }

    /** Three bodies are known: a list of errors, one error, and the 422 of its framework, which no contract names. */
    private static String words(JsonNode body) {
        if (!body.path("errors").path(0).isMissingNode()) {
            return body.path("errors").path(0).asText();
        }
        if (body.path("error").isTextual()) {
            return body.path("error").asText();
        }
        if (!body.path("detail").path(0).isMissingNode()) {
            return StreamSupport.stream(body.path("detail").spliterator(), false)
                    .map(RoleMapperAnswers::fault)
                    .collect(Collectors.joining("; "));
        }
        return body.toString();
    }

    private static String fault(JsonNode fault) {
        String where = StreamSupport.stream(fault.path("loc").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("."));
        return where + ": " + fault.path("msg").asText();
    }
}
