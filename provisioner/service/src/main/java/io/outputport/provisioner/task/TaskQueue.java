package io.outputport.provisioner.task;

import java.util.Optional;

/** The way in: hand over work, ask how it stands. */
public interface TaskQueue {
    /** When this answers {@link Acceptance.Accepted}, the work is stored and will be carried out. */
    Acceptance submit(Submission submission);

    /** Asks to stop a task at the next safe point. Asking twice is asking once. */
    Termination terminate(TaskToken token);

    /** Empty for a token that was never given out or whose result is past its retention. */
    Optional<TaskReport> find(TaskToken token);
}
