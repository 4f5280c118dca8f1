package io.outputport.sharing.store.known;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was changed before somebody asked, it is told; and however many ask, few looks are taken. */
class AccessVersionTest {
    private final AtomicLong database = new AtomicLong(1);
    private final AtomicLong time = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void each_call_is_told_what_was_changed_before_it() {
        AccessVersion version = new AccessVersion(this::look, time::get);

        assertThat(version.now()).isEqualTo(1);
        database.set(2);
        assertThat(version.now()).isEqualTo(2);
    }

    @Test
    void those_who_come_during_a_look_share_the_next_one() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AccessVersion version = new AccessVersion(
                () -> {
                    long seen = look();
                    begun.countDown();
                    awaited(goOn);
                    return seen;
                },
                time::get);
        CompletableFuture<Long> first = CompletableFuture.supplyAsync(version::now, callers);
        awaited(begun);
        database.set(2);
        AtomicInteger asking = new AtomicInteger();
        List<CompletableFuture<Long>> later = new ArrayList<>();
        for (int caller = 0; caller < 20; caller++) {
            later.add(CompletableFuture.supplyAsync(
                    () -> {
                        asking.incrementAndGet();
                        return version.now();
                    },
                    callers));
        }
        await().untilAsserted(() -> assertThat(asking).hasValue(20));
        goOn.countDown();

        assertThat(first.get(10, SECONDS)).isEqualTo(1);
        for (CompletableFuture<Long> each : later) {
            assertThat(each.get(10, SECONDS)).isEqualTo(2);
        }
        assertThat(looks.get()).isLessThan(21);
    }

    @Test
    void within_a_call_one_look_is_enough_unless_it_takes_long_or_something_was_changed_here() {
        AccessVersion version = new AccessVersion(this::look, time::get);
        version.now();
        database.set(2);

        assertThat(version.ofThisCall()).isEqualTo(1);
        version.changed();
        assertThat(version.ofThisCall()).isEqualTo(2);
        database.set(3);
        time.addAndGet(SECONDS.toNanos(1));
        assertThat(version.ofThisCall()).isEqualTo(3);
    }

    @Test
    void who_cannot_be_told_gets_the_failure_and_the_next_one_a_new_look() {
        AtomicInteger failing = new AtomicInteger(1);
        AccessVersion version = new AccessVersion(
                () -> {
                    if (failing.getAndDecrement() > 0) {
                        throw new IllegalArgumentException("away");
                    }
                    return look();
                },
                time::get);

        assertThatThrownBy(version::now).isInstanceOf(IllegalArgumentException.class);
        assertThat(version.now()).isEqualTo(1);
    }

    private long look() {
        looks.incrementAndGet();
        return database.get();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
