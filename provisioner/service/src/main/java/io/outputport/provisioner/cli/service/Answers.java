package io.outputport.provisioner.cli.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.transport.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the service's answers mean: done, refused for what was sent or who sent it, or no use asking now. Any other status
 * is the service's own trouble.
 */
record Answers(String server) {
    private static final Set<Integer> BETWEEN = Set.of(429, 500, 502, 503, 504);
    private static final Pattern TOKEN = Pattern.compile("\"?([\\w-]{1,100})\"?");
    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    Outcome<Reply.Answer> read(Reply reply) {
        return reply.match(this::read, this::silent);
    }

    private Outcome<Reply.Answer> read(Reply.Answer answer) {
        return switch (answer.status()) {
            case 200, 202 -> Outcome.done(answer);
            case 400, 401, 403, 413 -> refusal(answer);
            default -> answer.again(trouble(answer));
        };
    }

    private Outcome<Reply.Answer> silent(Reply.Silence silence) {
        return Outcome.later(
                Reply.SOON,
                Problem.of(
                        ServiceProblems.SILENT,
                        server + " could not be reached: " + silence.sentence() + ".",
                        "Check the address, and that the service runs."));
    }

    /** @param mark a field of every such answer; what lacks it comes from something else */
    Outcome<JsonNode> json(Reply reply, String mark) {
        return read(reply)
                .then(answer -> answer.json()
                        .filter(body -> body.has(mark))
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.later(Reply.SOON, stranger(answer))));
    }

    /** A service may send its tokens as JSON texts. */
    Outcome<String> token(Reply reply) {
        return read(reply).then(answer -> {
            Matcher token = TOKEN.matcher(new String(answer.body(), StandardCharsets.UTF_8).strip());
            return token.matches() ? Outcome.done(token.group(1)) : Outcome.later(Reply.SOON, stranger(answer));
        });
    }

    /** The problems of a body of ours, part by part; of an older service, its sentences. */
    static List<Problem> details(JsonNode body, String severity) {
        List<Problem> problems = new ArrayList<>();
        for (JsonNode detail : body.path("details")) {
            if (detail.path("severity").asText().equals(severity)) {
                problems.add(problem(detail));
            }
        }
        return problems;
    }

    static List<Problem> sentences(JsonNode lines) {
        List<Problem> problems = new ArrayList<>();
        lines.forEach(line -> problems.add(Problem.of(ServiceProblems.REFUSED, line.asText())));
        return problems;
    }

    /** What a service refuses it gives reasons for; a status alone comes from something else, and says nothing of what was sent. */
    private Outcome<Reply.Answer> refusal(Reply.Answer answer) {
        List<Problem> problems = answer.json()
                .map(body -> {
                    List<Problem> details = details(body, "error");
                    return details.isEmpty() ? sentences(body.path("errors")) : details;
                })
                .orElse(List.of());
        return problems.isEmpty()
                ? Outcome.later(Reply.SOON, odd("status " + answer.status() + " without a reason"))
                : Outcome.stopped(problems);
    }

    private Problem trouble(Reply.Answer answer) {
        return answer.json()
                .flatMap(body -> text(body, "userMessage"))
                .map(message -> Problem.of(ServiceProblems.REFUSED, message))
                .orElseGet(() -> isBetween(answer) ? odd("status " + answer.status()) : stranger(answer));
    }

    /** A proxy answers so while the service behind it is away or busy; others do not know what is asked of them. */
    private static boolean isBetween(Reply.Answer answer) {
        return BETWEEN.contains(answer.status());
    }

    private Problem odd(String what) {
        return Problem.of(
                ServiceProblems.ODD,
                server + " gave " + what + ".",
                "Check that the address, its base path included, is that of a provisioner.");
    }

    private Problem stranger(Reply.Answer answer) {
        return Problem.of(
                ServiceProblems.ODD,
                server + " is no provisioner: it answers with status " + answer.status()
                        + " and not in a provisioner's words.",
                "Check the address, its base path included.");
    }

    /** As a service tells a problem. */
    static ObjectNode detail(String severity, Problem problem) {
        ObjectNode detail = JsonNodeFactory.instance
                .objectNode()
                .put("code", problem.code().id())
                .put("severity", severity)
                .put("message", problem.message());
        problem.path().ifPresent(path -> detail.put("path", path));
        problem.position().ifPresent(where -> detail.put("line", where.line()).put("column", where.column()));
        problem.hint().ifPresent(hint -> detail.put("hint", hint));
        return detail;
    }

    private static Problem problem(JsonNode detail) {
        String code = detail.path("code").asText();
        Optional<Position> position = detail.path("line").asInt() > 0
                        && detail.path("column").asInt() > 0
                ? Optional.of(new Position(
                        detail.path("line").asInt(), detail.path("column").asInt()))
                : Optional.empty();
        return new Problem(
                code.matches(CODE) ? new ProblemCode(code) : ServiceProblems.REFUSED,
                detail.path("message").asText(),
                text(detail, "path"),
                position,
                text(detail, "hint"));
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.of(json.path(field).asText()).filter(text -> !text.isEmpty());
    }
}
