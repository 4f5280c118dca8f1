package io.outputport.provisioner.task.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The places of a queue with a limit of three. */
class CapacityTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(2);

    private int unfinished;
    private final Queue<Runnable> beside = new ArrayDeque<>();
    private final Capacity room = new Capacity(3, () -> unfinished, beside::add);

    @Test
    void has_as_many_places_as_its_limit() {
        takes(3);

        unfinished = 3;

        assertThat(room.take(NOW)).isFalse();
    }

    @Test
    void what_has_ended_makes_room_at_once() {
        takes(3);

        unfinished = 2;

        takes(1);
    }

    @Test
    void nobody_waits_for_a_count_while_there_is_room() {
        takes(1);

        assertThat(room.take(LATER)).isTrue();
        assertThat(beside).as("counts that have not begun").hasSize(1);
    }

    /** A database that takes longer than a second for it has enough to do. */
    @Test
    void only_one_count_goes_on_at_a_time() {
        takes(1);
        room.take(LATER);

        room.take(LATER.plusSeconds(2));

        assertThat(beside).hasSize(1);
    }

    /** The other replicas' tasks are seen by counting only. */
    @Test
    void a_count_knows_of_what_was_taken_while_it_lasted() {
        takes(1);
        unfinished = 1;
        room.take(LATER);

        beside.remove().run();

        assertThat(room.take(LATER)).as("the third place").isTrue();
        unfinished = 3;
        assertThat(room.take(LATER)).isFalse();
    }

    /** Whoever counts may take as long as a database that is frozen: the others count for themselves. */
    @Test
    void nobody_waits_for_the_count_of_another_and_all_together_take_no_more_than_there_is() throws Exception {
        CountDownLatch counting = new CountDownLatch(2);
        Capacity full = new Capacity(
                1,
                () -> {
                    counting.countDown();
                    return awaited(counting) ? 0 : 1;
                },
                beside::add);

        CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(() -> full.take(NOW));
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> full.take(NOW));

        assertThat(List.of(one.get(1, TimeUnit.MINUTES), other.get(1, TimeUnit.MINUTES)))
                .containsExactlyInAnyOrder(true, false);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void a_count_that_fails_leaves_the_room_as_it_was() {
        Capacity flaky = new Capacity(3, this::failsTheSecondTime, Runnable::run);

        assertThat(flaky.take(NOW)).isTrue();
        assertThat(flaky.take(LATER)).isTrue();
        assertThat(flaky.take(LATER)).isTrue();
    }

    private int failsTheSecondTime() {
        if (unfinished++ == 1) {
            throw new IllegalStateException("the database is away");
        }
        return 0;
    }

    private void takes(int places) {
        for (int i = 0; i < places; i++) {
            assertThat(room.take(NOW)).as("place %d", i + 1).isTrue();
        }
    }
}
