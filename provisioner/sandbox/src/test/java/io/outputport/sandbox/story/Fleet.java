package io.outputport.sandbox.story;

import static org.awaitility.Awaitility.await;

import io.outputport.sandbox.testing.Reply;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Replicas over one task database, and a platform that asks another one when one does not answer. */
final class Fleet implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Supplier<Replica> birth;
    private final int size;
    private final Map<Integer, Replica> living = new ConcurrentHashMap<>();

    private Fleet(Supplier<Replica> birth, int size) {
        this.birth = birth;
        this.size = size;
        for (int number = 0; number < size; number++) {
            living.put(number, birth.get());
        }
    }

    static Fleet of(int size, Supplier<Replica> birth) {
        return new Fleet(birth, size);
    }

    int size() {
        return size;
    }

    /** Ends when another one is there in its place. */
    void kill(int number) {
        Optional.ofNullable(living.remove(number)).ifPresent(Replica::die);
        living.put(number, birth.get());
    }

    /**
     * The first answer that is none of a replica in trouble; asked again until there is one, as the platform does.
     *
     * @param preferred who is asked first
     */
    Reply ask(int preferred, Function<Platform, Reply> question) {
        return await("an answer of a replica")
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(() -> askOnce(preferred, question), Optional::isPresent)
                .orElseThrow();
    }

    Optional<Reply> askOnce(int preferred, Function<Platform, Reply> question) {
        Optional<Reply> reply = Optional.empty();
        for (int turn = 0; turn < size && reply.isEmpty(); turn++) {
            reply = Optional.ofNullable(living.get((preferred + turn) % size))
                    .flatMap(replica -> answer(replica, question));
        }
        return reply;
    }

    private static Optional<Reply> answer(Replica replica, Function<Platform, Reply> question) {
        try {
            return Optional.of(question.apply(new Platform(replica.url()))).filter(reply -> reply.status() < 500);
        } catch (UncheckedIOException died) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        living.values().forEach(Replica::close);
    }
}
