package io.outputport.provisioner.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may work on a text, and who waits. */
class WorkingMemoryTest {
    private static final long MEBI = 1024 * 1024;
    private static final long LARGE = MEBI;
    private static final long SMALL = 1024;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());
    /** Of 4 MiB, 3 are for large texts; of another 4 for those that wait, 3 too. */
    private final WorkingMemory memory =
            new WorkingMemory(MemoryShares.Lanes.of(4 * MEBI, 4 * MEBI), bytes -> bytes * 3 / 2);

    @AfterEach
    void stop() {
        end.countDown();
        threads.shutdownNow();
    }

    @Test
    void as_many_large_texts_are_in_work_as_their_share_bears() {
        begin("first", LARGE, LONG);
        begin("second", LARGE, LONG);
        await().untilAsserted(() -> assertThat(begun).containsExactlyInAnyOrder("first", "second"));

        assertThat(memory.within(LARGE, SHORT, () -> "third")).isEmpty();
        assertThat(begun).hasSize(2);
    }

    @Test
    void whoever_waits_begins_when_there_is_room_again() throws Exception {
        begin("first", LARGE, LONG);
        begin("second", LARGE, LONG);
        await().untilAsserted(() -> assertThat(begun).hasSize(2));
        CompletableFuture<Optional<String>> third = begin("third", LARGE, LONG);

        end.countDown();

        assertThat(third.get()).hasValue("third");
    }

    @Test
    void a_small_text_does_not_wait_for_large_ones() {
        begin("first", LARGE, LONG);
        begin("second", LARGE, LONG);
        await().untilAsserted(() -> assertThat(begun).hasSize(2));

        assertThat(memory.within(SMALL, SHORT, () -> "small")).hasValue("small");
    }

    @Test
    void a_text_that_costs_more_than_there_is_is_worked_on_alone() {
        assertThat(memory.within(100 * MEBI, SHORT, () -> memory.within(LARGE, SHORT, () -> "beside it")))
                .hasValue(Optional.empty());
    }

    @Test
    void whoever_finds_too_many_waiting_is_turned_away_at_once() {
        begin("first", LARGE, LONG);
        begin("second", LARGE, LONG);
        await().untilAsserted(() -> assertThat(begun).hasSize(2));

        assertThat(memory.within(4 * MEBI, LONG, () -> "never")).isEmpty();
    }

    @Test
    void what_ends_in_an_exception_gives_its_room_back() {
        for (int time = 0; time < 10; time++) {
            try {
                memory.within(LARGE, SHORT, () -> {
                    throw new IllegalStateException("on purpose");
                });
            } catch (IllegalStateException onPurpose) {
                begun.add(onPurpose.getMessage());
            }
        }

        assertThat(begun).hasSize(10);
        assertThat(memory.within(LARGE, SHORT, () -> "next")).hasValue("next");
    }

    private CompletableFuture<Optional<String>> begin(String name, long bytes, Duration patience) {
        return CompletableFuture.supplyAsync(
                () -> memory.within(bytes, patience, () -> {
                    begun.add(name);
                    try {
                        end.await();
                    } catch (InterruptedException stopping) {
                        Thread.currentThread().interrupt();
                    }
                    return name;
                }),
                threads);
    }
}
