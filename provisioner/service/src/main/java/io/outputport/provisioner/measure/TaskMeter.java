package io.outputport.provisioner.measure;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import java.time.Duration;
import java.util.List;

/** Told how tasks go. */
public interface TaskMeter {
    /** Counts nothing. */
    TaskMeter NONE = new TaskMeter() {
        @Override
        public void ended(String operation, String end, List<Problem> problems, Duration age) {}

        @Override
        public void retried(String operation, ProblemCode cause) {}
    };

    /**
     * @param end {@code Completed}, {@code Failed} or {@code Terminated}; letter case does not matter
     * @param problems why it failed; empty when it did not
     * @param age since it was accepted
     */
    void ended(String operation, String end, List<Problem> problems, Duration age);

    /** An attempt came to nothing and will be made again. */
    void retried(String operation, ProblemCode cause);
}
