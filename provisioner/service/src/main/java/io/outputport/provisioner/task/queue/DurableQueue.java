package io.outputport.provisioner.task.queue;

import io.opentelemetry.api.trace.Span;
import io.outputport.provisioner.task.Acceptance;
import io.outputport.provisioner.task.Submission;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskQueue;
import io.outputport.provisioner.task.TaskReport;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.Termination;
import io.outputport.provisioner.task.life.OpenWork;
import io.outputport.provisioner.task.life.QueueReadiness;
import io.outputport.provisioner.task.list.TaskList;
import io.outputport.provisioner.task.list.TaskQuery;
import io.outputport.provisioner.task.list.TaskSummary;
import io.outputport.provisioner.task.run.TaskWorld;
import io.outputport.provisioner.task.store.Added;
import io.outputport.provisioner.task.store.TaskStoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes work in: first the row and its place in the timetable, then the answer. */
public final class DurableQueue implements TaskQueue, TaskList, OpenWork, QueueReadiness {
    private static final Duration FULL = Duration.ofSeconds(30);
    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final TaskWorld world;
    private final TaskScheduler scheduler;
    private final Supplier<UUID> ids;
    private final Places places;

    DurableQueue(TaskWorld world, TaskScheduler scheduler, Supplier<UUID> ids, Places places) {
        this.world = world;
        this.scheduler = scheduler;
        this.ids = ids;
        this.places = places;
    }

    @Override
    public Acceptance submit(Submission submission) {
        if (world.draining().hasBegun()) {
            return new Acceptance.Rejected("The provisioner is stopping and takes no new work.", STOPPING);
        }
        Instant now = world.clock().instant();
        Optional<String> refusal = places.take(submission.operation(), now);
        if (refusal.isPresent()) {
            return new Acceptance.Rejected(refusal.get(), FULL);
        }
        TaskToken token = new TaskToken(ids.get());
        Task task = new Task(token, submission.operation(), submission.component(), submission.request(), now, 0);
        Added added = world.store().add(task, submission.fingerprint());
        TaskToken standing = follow(added, token, now);
        describe(submission, standing, added.isJoined());
        return new Acceptance.Accepted(standing);
    }

    /** On the request's span: which task to look for, since one that is joined runs in the trace of another request. */
    private static void describe(Submission submission, TaskToken token, boolean joined) {
        Span.current()
                .setAttribute("provisioner.operation", submission.operation().name())
                .setAttribute("provisioner.component", submission.component())
                .setAttribute("provisioner.token", token.toString())
                .setAttribute("provisioner.joined", joined);
    }

    /** Answers the token that stands for the work. */
    private TaskToken follow(Added added, TaskToken token, Instant now) {
        return added.match(
                stored -> {
                    stored.turn().ifPresent(due -> scheduler.look());
                    return token;
                },
                joined -> {
                    if (joined.wasWaiting()) {
                        scheduler.hasten(joined.token(), now);
                    }
                    return joined.token();
                });
    }

    @Override
    public Termination terminate(TaskToken token) {
        Instant now = world.clock().instant();
        return world.store()
                .stop(token, now)
                .match(
                        ended -> {
                            ended.turn().ifPresent(due -> scheduler.look());
                            return Termination.BEGUN;
                        },
                        asked -> {
                            if (asked.wasWaiting()) {
                                scheduler.hasten(token, now);
                            }
                            return Termination.BEGUN;
                        },
                        tooLate -> Termination.TOO_LATE,
                        unknown -> Termination.UNKNOWN);
    }

    /**
     * What the component's task waits for is there: it goes on at once. Does nothing when none waits, or while it runs. Nothing
     * is lost when it fails: the next poll or sweep makes up for it.
     */
    public void wake(String component) {
        Instant now = world.clock().instant();
        world.store().waiting(component, now).ifPresent(token -> scheduler.hasten(token, now));
    }

    @Override
    public Optional<TaskReport> find(TaskToken token) {
        return world.store().report(token);
    }

    @Override
    public List<TaskSummary> list(TaskQuery query) {
        return world.store().list(query);
    }

    @Override
    public Set<String> components() {
        return world.store().changing();
    }

    @Override
    public Optional<String> whyNotReady() {
        if (world.draining().hasBegun()) {
            return Optional.of("The provisioner is stopping.");
        }
        try {
            world.store().ping();
            return Optional.empty();
        } catch (TaskStoreException unavailable) {
            return Optional.of(
                    unavailable.isReadOnly()
                            ? "The task database takes no changes."
                            : "The task database does not answer.");
        }
    }
}
