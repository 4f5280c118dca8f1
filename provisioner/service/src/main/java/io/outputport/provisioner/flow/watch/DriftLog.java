package io.outputport.provisioner.flow.watch;

import io.outputport.provisioner.port.Drift;
import io.outputport.provisioner.register.WatchedPort;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One line when something begins or ends, for the operator; none for what merely goes on. */
final class DriftLog {
    private static final Logger LOG = LoggerFactory.getLogger(DriftLog.class);

    void begun(WatchedPort port, Drift drift) {
        of(
                port,
                () -> LOG.warn(
                        "Port {} has drifted: source {}, table {}: {}.",
                        port.component(),
                        port.served().map(served -> served.source()).orElse(""),
                        port.served().map(served -> served.shownTable()).orElse(""),
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

    void emptySources(List<String> names) {
        LOG.warn(
                "Sources in Hasura hold nothing any more: {}. The command sources removes them.",
                String.join(", ", names));
    }

    void sourcesRemoved(List<String> names) {
        LOG.info("Sources that held nothing were removed from Hasura: {}.", String.join(", ", names));
    }

    void notChecked(String why) {
        LOG.warn("The ports could not be compared with what was carried out: {}", why);
    }

    void rolesNotChecked(String why) {
        LOG.warn("The role mapper was not asked for the roles of all ports: {}", why);
    }

    @SuppressWarnings("try") // It is there to be closed.
    private static void of(WatchedPort port, Runnable line) {
        try (MDC.MDCCloseable component = MDC.putCloseable("component", port.component())) {
            line.run();
        }
    }
}
