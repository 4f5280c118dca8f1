package io.outputport.provisioner.task.run;

import static io.outputport.foundation.trace.RecordedSpans.links;
import static io.outputport.foundation.trace.RecordedSpans.text;
import static io.outputport.provisioner.task.run.ScriptedHandler.RESULT;
import static io.outputport.provisioner.task.run.ScriptedHandler.provisioning;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.trace.RecordedSpans;
import io.outputport.provisioner.task.Acceptance;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Submission;
import io.outputport.provisioner.task.TaskResult;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.queue.ManualQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is seen of a task in the trace of the request that asked for it. */
class TaskTraceTest {
    private static final String RUN = "task provision";
    private static final Problem DOWN = Problem.of(new ProblemCode("hasura-down"), "Hasura does not answer.");
    private static final String TURN = "Waits for the next write.";

    private final RecordedSpans spans = new RecordedSpans();

    @Test
    void a_run_is_a_part_of_the_request_that_was_accepted() {
        try (ManualQueue queue = new ManualQueue(spans.telemetry(), doing(Outcome.done(RESULT)))) {
            TaskToken token = requested(queue);

            queue.run();

            SpanData run = spans.only(RUN);
            assertThat(run.getParentSpanId()).isEqualTo(spans.only("request").getSpanId());
            assertThat(run.getTraceId()).isEqualTo(spans.only("request").getTraceId());
            assertThat(run.getKind()).isEqualTo(SpanKind.CONSUMER);
            assertThat(text(run, "provisioner.token")).isEqualTo(token.toString());
            assertThat(text(run, "provisioner.component")).isEqualTo("c");
            assertThat(text(run, "provisioner.operation")).isEqualTo("PROVISION");
            assertThat(text(run, "provisioner.outcome")).isEqualTo("completed");
            assertThat(text(spans.only("request"), "provisioner.token")).isEqualTo(token.toString());
        }
    }

    @Test
    void a_retry_is_linked_to_the_attempt_before_it() {
        try (ManualQueue queue = new ManualQueue(
                spans.telemetry(), doing(Outcome.later(Duration.ofSeconds(1), DOWN), Outcome.done(RESULT)))) {
            requested(queue);

            queue.run();
            queue.runAfter(Duration.ofMinutes(1));

            SpanData first = spans.named(RUN).get(0);
            SpanData second = spans.named(RUN).get(1);
            assertThat(links(first)).isEmpty();
            assertThat(first.getStatus()).isEqualTo(StatusData.create(StatusCode.ERROR, DOWN.message()));
            assertThat(text(first, "provisioner.outcome")).isEqualTo("later");
            assertThat(links(second)).containsExactly(first.getSpanId());
            assertThat(second.getParentSpanId()).isEqualTo(spans.only("request").getSpanId());
            assertThat(second.getAttributes().get(AttributeKey.longKey("provisioner.attempt")))
                    .isEqualTo(2);
        }
    }

    @Test
    void the_wait_for_its_turn_is_seen_in_its_own_trace() {
        try (ManualQueue queue = new ManualQueue(
                spans.telemetry(), doing(Outcome.waiting(Duration.ofSeconds(9), TURN), Outcome.done(RESULT)))) {
            requested(queue);

            queue.run();
            queue.runAfter(Duration.ofSeconds(9));

            SpanData wait = spans.only("wait for turn");
            assertThat(Duration.ofNanos(wait.getEndEpochNanos() - wait.getStartEpochNanos()))
                    .isEqualTo(Duration.ofSeconds(9));
            assertThat(wait.getParentSpanId()).isEqualTo(spans.only("request").getSpanId());
            assertThat(links(wait)).containsExactly(spans.named(RUN).get(0).getSpanId());
            assertThat(text(spans.named(RUN).get(0), "provisioner.outcome")).isEqualTo("waiting");
        }
    }

    @Test
    void what_nobody_asked_for_stays_in_the_trace_of_its_first_run() {
        try (ManualQueue queue = new ManualQueue(
                spans.telemetry(), doing(Outcome.later(Duration.ofSeconds(1), DOWN), Outcome.done(RESULT)))) {
            queue.accepted();

            queue.run();
            queue.runAfter(Duration.ofMinutes(1));

            SpanData first = spans.named(RUN).get(0);
            SpanData second = spans.named(RUN).get(1);
            assertThat(second.getTraceId()).isEqualTo(first.getTraceId());
            assertThat(second.getParentSpanId()).isEqualTo(first.getSpanId());
        }
    }

    @Test
    void after_the_death_of_a_process_the_next_run_is_in_the_same_trace_and_says_so() {
        try (ManualQueue queue = new ManualQueue(spans.telemetry(), doing(Outcome.done(RESULT)))) {
            TaskToken token = requested(queue);
            queue.service().world().store().begin(token, queue.report(token).acceptedAt());

            queue.run();

            SpanData run = spans.only(RUN);
            assertThat(run.getTraceId()).isEqualTo(spans.only("request").getTraceId());
            assertThat(run.getAttributes().get(AttributeKey.booleanKey("provisioner.interrupted")))
                    .isTrue();
        }
    }

    @Test
    void a_request_that_joins_a_task_names_it() {
        try (ManualQueue queue = new ManualQueue(spans.telemetry(), doing(Outcome.done(RESULT)))) {
            Submission same = new Submission(Operation.PROVISION, "c", "{}", Optional.of("same"));
            Acceptance first = spans.within("request", () -> queue.queue().submit(same));

            Acceptance second = spans.within("joining", () -> queue.queue().submit(same));

            assertThat(second).isEqualTo(first);
            SpanData joining = spans.only("joining");
            assertThat(text(joining, "provisioner.token"))
                    .isEqualTo(((Acceptance.Accepted) first).token().toString());
            assertThat(joining.getAttributes().get(AttributeKey.booleanKey("provisioner.joined")))
                    .isTrue();
        }
    }

    private TaskToken requested(ManualQueue queue) {
        return spans.within("request", () -> queue.accepted(Operation.PROVISION, "c"));
    }

    /** One answer for each run. */
    @SafeVarargs
    private static ScriptedHandler doing(Outcome<TaskResult>... outcomes) {
        List<Outcome<TaskResult>> each = List.of(outcomes);
        AtomicInteger runs = new AtomicInteger();
        return provisioning((task, progress) -> each.get(runs.getAndIncrement()));
    }
}
