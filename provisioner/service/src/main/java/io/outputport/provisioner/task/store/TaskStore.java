package io.outputport.provisioner.task.store;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.measure.Backlog;
import io.outputport.provisioner.task.LogEntry;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskReport;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.list.TaskQuery;
import io.outputport.provisioner.task.list.TaskSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps tasks. What {@link #add}, {@link #touch}, {@link #hold}, {@link #stop} and {@link #close} have answered survives;
 * the rest may lose its last half second, on H2 with the process, on PostgreSQL with the database's machine only. Every
 * method throws {@link TaskStoreException} when the database does not do its part.
 */
public interface TaskStore {
    /**
     * Takes accepted work in. A changing task joins the newest unfinished one of its component when both have the same
     * operation and fingerprint; else it is stored, and ends those that only wait for a retry which it makes needless.
     *
     * @param fingerprint empty when the work joins no other
     */
    Added add(Task task, Optional<String> fingerprint);

    /** What is known of a task, its log in the order of writing. */
    Optional<TaskReport> report(TaskToken token);

    /** Counts one more attempt and hands the task out; empty when it is finished or unknown. */
    Optional<StartedTask> begin(TaskToken token, Instant now);

    void append(TaskToken token, LogEntry entry);

    /**
     * Notes that the task only waits for its next attempt.
     *
     * @return false when it is TERMINATING, or has ended; then nothing changes
     */
    boolean postpone(TaskToken token, Instant nextDue);

    /** Notes that the task begins to change another system. */
    void touch(TaskToken token);

    /**
     * Lets a task wait for another try to put right what it left half-done, after which it ends.
     *
     * @param verdict with what it then ends FAILED; empty when it then ends TERMINATED
     * @return false when it has ended; then nothing changes
     */
    boolean hold(TaskToken token, List<Problem> verdict, Instant now, Instant nextDue);

    /**
     * Notes that the task waits for its turn, which is neither an attempt nor time that counts. One that is TERMINATING may
     * wait too: it may be past the point where it can stop.
     *
     * @return false when it has ended; then nothing changes
     */
    boolean await(TaskToken token, Instant since, Instant nextDue);

    /** The task of the component that waits for its turn, now due at {@code due}. */
    Optional<TaskToken> waiting(String component, Instant due);

    /** Ends a task that has not begun, or makes it TERMINATING. */
    Stopping stop(TaskToken token, Instant now);

    boolean isTerminating(TaskToken token);

    /**
     * Ends a task.
     *
     * @return false when it had ended before; then nothing changes
     */
    boolean close(TaskToken token, TaskStatus end, Instant now);

    /** The oldest unfinished changing task of a component: the one whose turn it is. */
    Optional<TaskToken> next(String component);

    /** @param changes of tasks that change something, or else of those that only look */
    int unfinished(boolean changes);

    /** How many unfinished tasks are in which stage, and how old the oldest is. */
    Backlog backlog(Instant now);

    /** The components that have an unfinished changing task. */
    Set<String> changing();

    /** Newest first. */
    List<TaskSummary> list(TaskQuery query);

    /** Tasks whose turn it is, but that nobody has scheduled: what a crash between two steps leaves; oldest first. */
    List<DueTask> stranded(int most);

    /** Waiting tasks that are scheduled for later than they are due, since they became due while they ended an attempt. */
    List<DueTask> late(int most);

    /**
     * Deletes finished tasks with their logs that are not to be kept.
     *
     * @return how many
     */
    int forget(Retention retention);

    /** Does nothing, unless the database does not answer or takes no changes. */
    void ping();
}
