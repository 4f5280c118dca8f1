package io.outputport.provisioner.flow.watch;

import io.outputport.provisioner.port.Drift;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.reconcile.Technologies;
import io.outputport.provisioner.register.WatchedPort;
import java.time.Duration;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One line when something begins or ends, for the operator; none for what merely goes on. */
final class DriftLog {
    private static final Logger LOG = LoggerFactory.getLogger(DriftLog.class);

    private final Technologies technologies;

    DriftLog(Technologies technologies) {
        this.technologies = technologies;
    }

    void begun(WatchedPort port, Drift drift) {
        of(
                port,
                () -> LOG.warn(
                        "Port {} has drifted: {}: {}.",
                        port.component(),
                        port.served().map(this::place).orElse(""),
                        String.join("; ", drift.differences())));
    }

    void ended(WatchedPort port) {
        of(port, () -> LOG.info("Port {} is as it was carried out again.", port.component()));
    }

    void repairAsked(WatchedPort port, String answer) {
        of(port, () -> LOG.info("Port {} is to be repaired: {}", port.component(), answer));
    }

    void alert(WatchedPort port, int repairs, Duration period) {
        of(
                port,
                () -> LOG.error(
                        "Port {} has drifted again after {} repairs within {} h, so it is left as it is."
                                + " Find out who changes it; a new provision puts it right.",
                        port.component(),
                        repairs,
                        period.toHours()));
    }

    void notChecked(String why) {
        LOG.warn("The ports could not be compared with what was carried out: {}", why);
    }

    private String place(ServedState served) {
        return technologies
                .find(served.technology())
                .map(technology -> technology.place(served).entrySet().stream()
                        .map(part -> part.getKey() + " " + part.getValue())
                        .collect(Collectors.joining(", ")))
                .orElse(served.technology());
    }

    @SuppressWarnings("try") // It is there to be closed.
    private static void of(WatchedPort port, Runnable line) {
        try (MDC.MDCCloseable component = MDC.putCloseable("component", port.component())) {
            line.run();
        }
    }
}
