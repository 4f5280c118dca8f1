package io.outputport.sandbox.story;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A service that is killed at one point of its work and then started again, as often as wanted. */
final class Mortal implements AutoCloseable {
    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "TERMINATED");

    private final Map<String, String> variables;
    private final String tasks;
    private final Tripwire wire;
    private Optional<ServiceProcess> living = Optional.empty();

    /** @param tasks the URL of its task database, the same in every life */
    Mortal(Map<String, String> variables, String tasks, Tripwire wire) {
        this.variables = Map.copyOf(variables);
        this.tasks = tasks;
        this.wire = wire;
    }

    /**
     * Sends work, dies at the point if there is one, starts again, and waits until the work is done.
     *
     * @param offer answers the token
     * @return whether it died
     */
    boolean carryOut(Function<Platform, String> offer, Optional<Tripwire.Point> point) {
        return point.map(where -> dyingAt(where, offer)).orElseGet(() -> {
            complete(offer, Optional.empty());
            return false;
        });
    }

    private boolean dyingAt(Tripwire.Point point, Function<Platform, String> offer) {
        ServiceProcess service = service();
        wire.arm(point, service::kill);
        Optional<String> token = offered(offer, service.platform());
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> wire.hasTripped()
                        || token.filter(it -> hasEnded(service, it)).isPresent());
        wire.disarm();
        boolean died = wire.hasTripped();
        if (died) {
            close();
        }
        complete(offer, token);
        return died;
    }

    /** What was not answered is sent again, as the platform does. */
    private void complete(Function<Platform, String> offer, Optional<String> token) {
        Platform platform = service().platform();
        platform.completed(token.orElseGet(() -> offer.apply(platform)));
    }

    private static Optional<String> offered(Function<Platform, String> offer, Platform platform) {
        try {
            return Optional.of(offer.apply(platform));
        } catch (UncheckedIOException diedBeforeItAnswered) {
            return Optional.empty();
        }
    }

    private static boolean hasEnded(ServiceProcess service, String token) {
        try {
            return service.platform().isAnswered(token, ENDED);
        } catch (UncheckedIOException died) {
            return false;
        }
    }

    private ServiceProcess service() {
        if (living.isEmpty()) {
            try {
                living = Optional.of(ServiceProcess.start(variables, tasks));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return living.get();
    }

    @Override
    public void close() {
        living.ifPresent(ServiceProcess::close);
        living = Optional.empty();
    }
}
