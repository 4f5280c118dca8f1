package io.outputport.provisioner.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.api.answer.Refusal;
import io.outputport.provisioner.api.edge.Audit;
import io.outputport.provisioner.flow.access.Revocation;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Submission;
import io.outputport.provisioner.task.TaskQueue;
import io.outputport.provisioner.task.TaskReport;
import io.outputport.provisioner.task.TaskToken;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where requests become tasks and tokens lead back to them. */
@Singleton
public final class TaskDesk {
    private static final ProblemCode UNKNOWN_TOKEN = new ProblemCode("token-unknown");
    private static final ProblemCode ENDED = new ProblemCode("task-ended");
    private static final ProblemCode BUSY = new ProblemCode("service-busy");

    private final TaskQueue queue;
    private final Revocation revocation;
    private final boolean tokenAsJson;

    TaskDesk(TaskQueue queue, Revocation revocation, Settings settings) {
        this.queue = queue;
        this.revocation = revocation;
        this.tokenAsJson = settings.flag("TOKEN_AS_JSON", false);
    }

    /** 202 with a token when the work was stored, else the refusal that fits. */
    public HttpResponse<?> submit(Outcome<Submission> admitted) {
        return admitted.match(this::submit, Refusal::busy, TaskDesk::refused);
    }

    /** 200 with the body made of the report, or 400 when no task of these operations has that token. */
    HttpResponse<?> report(String token, Set<Operation> operations, Function<TaskReport, ?> body) {
        return find(token, operations)
                .<HttpResponse<?>>map(
                        report -> HttpResponse.ok(body.apply(report)).contentType(MediaType.APPLICATION_JSON_TYPE))
                .orElseGet(() -> unknown(token));
    }

    /** 202 when the task of one of these operations will be stopped, or 400 when there is nothing left to stop. */
    HttpResponse<?> terminate(String token, Set<Operation> operations) {
        return find(token, operations).<HttpResponse<?>>map(this::terminate).orElseGet(() -> unknown(token));
    }

    private Optional<TaskReport> find(String token, Set<Operation> operations) {
        return TaskToken.parse(token).flatMap(queue::find).filter(report -> operations.contains(report.operation()));
    }

    private HttpResponse<?> terminate(TaskReport task) {
        String token = task.token().toString();
        HttpResponse<?> answer =
                switch (queue.terminate(task.token())) {
                    case BEGUN -> HttpResponse.accepted();
                    case TOO_LATE -> ended(token);
                    case UNKNOWN -> unknown(token);
                };
        return Audit.of(task.component(), token, answer);
    }

    public static HttpResponse<?> refused(List<Problem> problems) {
        boolean tooLarge = problems.stream().anyMatch(problem -> problem.code().equals(OrderReader.TOO_LARGE));
        HttpStatus status = tooLarge ? HttpStatus.REQUEST_ENTITY_TOO_LARGE : HttpStatus.BAD_REQUEST;
        return Refusal.of(status, problems).inField("descriptor").response();
    }

    private HttpResponse<?> submit(Submission submission) {
        return queue.submit(submission)
                .match(
                        accepted -> accepted(submission, accepted.token()),
                        refused -> Refusal.busy(
                                refused.retryAfter(),
                                Problem.of(BUSY, refused.sentence(), "Send the request again later.")));
    }

    private HttpResponse<?> accepted(Submission submission, TaskToken token) {
        if (submission.operation() == Operation.UPDATE_ACL) {
            revocation.accepted(submission.component(), token.toString(), submission.request());
        }
        return Audit.of(submission.component(), token.toString(), accepted(token));
    }

    /** Raw by default: the platform takes the body as the token, quotes and all. */
    private HttpResponse<?> accepted(TaskToken token) {
        return tokenAsJson
                ? HttpResponse.accepted()
                        .contentType(MediaType.APPLICATION_JSON_TYPE)
                        .body("\"" + token + "\"")
                : HttpResponse.accepted().contentType(MediaType.TEXT_PLAIN_TYPE).body(token.toString());
    }

    private static HttpResponse<?> ended(String token) {
        Problem problem = Problem.of(
                ENDED,
                "The task has ended before, so there is nothing left to stop.",
                "Read its result at the status path; unprovision takes back what a provision did.");
        return Refusal.of(HttpStatus.BAD_REQUEST, problem)
                .inField("token")
                .forInput(token)
                .response();
    }

    private static HttpResponse<?> unknown(String token) {
        Problem problem = Problem.of(
                UNKNOWN_TOKEN,
                "No task of this kind has this token.",
                "Send the token as it was answered with 202, to the status path of the same operation.");
        return Refusal.of(HttpStatus.BAD_REQUEST, problem)
                .inField("token")
                .forInput(token)
                .response();
    }
}
