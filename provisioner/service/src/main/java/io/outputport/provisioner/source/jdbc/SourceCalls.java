package io.outputport.provisioner.source.jdbc;

import io.outputport.foundation.transport.BreakerState;
import io.outputport.foundation.transport.CallMeter;
import io.outputport.provisioner.measure.Dependency;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How the databases of one source technology answer: counted, and kept for the health of the service. For that alone no
 * database is asked, since a login costs something there, and a refused one may lock the account.
 */
public final class SourceCalls implements Dependency {
    private final String system;
    private final CallMeter meter;
    private volatile DependencyState last = new DependencyState(HealthLevel.UNKNOWN, "No database has been asked yet.");

    /** @param technology for example {@code postgresql} */
    public SourceCalls(String technology, CallMeter meter) {
        this.system = "source:" + technology;
        this.meter = meter;
    }

    /** Nobody will ever ask. */
    public Dependency switchedOff() {
        last = new DependencyState(HealthLevel.UNKNOWN, "Not used: it has no settings.");
        return this;
    }

    @Override
    public String system() {
        return system;
    }

    /** As the last question was answered. */
    @Override
    public DependencyState look() {
        return last;
    }

    void watch(Supplier<BreakerState> breaker) {
        meter.watch(system, breaker);
    }

    <T> T around(SourceBreaker.Call<T> call) throws SQLException {
        long begun = System.nanoTime();
        try {
            T answer = call.answer();
            tell("ok", begun, DependencyState.UP);
            return answer;
        } catch (SQLException failure) {
            if (!Thread.currentThread().isInterrupted()) {
                tell(failure, begun);
            }
            throw failure;
        }
    }

    private void tell(SQLException failure, long begun) {
        if (SourceBreaker.isSilence(failure)) {
            String result = failure instanceof SQLTimeoutException ? "timeout" : "no_answer";
            tell(
                    result,
                    begun,
                    new DependencyState(HealthLevel.DOWN, "The database that was asked last did not answer."));
        } else {
            tell(
                    "refused",
                    begun,
                    new DependencyState(HealthLevel.WARN, "The database that was asked last refused the question."));
        }
    }

    private void tell(String result, long begun, DependencyState standing) {
        last = standing;
        meter.called(system, result, Duration.ofNanos(System.nanoTime() - begun));
    }
}
