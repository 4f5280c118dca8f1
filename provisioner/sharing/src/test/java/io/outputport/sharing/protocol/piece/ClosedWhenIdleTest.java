package io.outputport.sharing.protocol.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosedWhenIdleTest {
    private final AtomicInteger closings = new AtomicInteger();
    private final ClosedWhenIdle held = new ClosedWhenIdle(closings::incrementAndGet);

    @Test
    void what_nobody_works_with_is_closed_at_once_and_only_once() {
        List<String> pieces = new ArrayList<>();
        assertThat(held.work(() -> pieces.add("a piece"))).isTrue();

        held.close();
        held.close();

        assertThat(closings).hasValue(1);
        assertThat(held.work(() -> pieces.add("another"))).isFalse();
        assertThat(pieces).containsExactly("a piece");
    }

    @Test
    void it_is_not_closed_under_who_works_with_it_but_behind() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger whileWorking = new AtomicInteger(-1);
        CompletableFuture<Boolean> working = CompletableFuture.supplyAsync(() -> held.work(() -> {
            begun.countDown();
            await(go);
            whileWorking.set(closings.get());
        }));
        await(begun);

        held.close();
        assertThat(closings).hasValue(0);
        go.countDown();

        assertThat(working.join()).as("its work was done").isTrue();
        assertThat(whileWorking).hasValue(0);
        assertThat(closings).hasValue(1);
    }

    @Test
    void work_that_fails_is_no_reason_to_keep_it() {
        assertThatThrownBy(() -> held.work(() -> {
                    held.close();
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(closings).hasValue(1);
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
