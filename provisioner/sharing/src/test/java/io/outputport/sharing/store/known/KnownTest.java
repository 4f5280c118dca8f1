package io.outputport.sharing.store.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KnownTest {
    private final AtomicLong time = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final VersionedMemory<String, Integer> known = new VersionedMemory<>(time::get);

    @Test
    void an_answer_is_good_for_its_version_and_a_second_at_most() {
        assertThat(ask(1)).isEqualTo(1);
        assertThat(ask(1)).isEqualTo(1);
        assertThat(ask(2)).isEqualTo(2);
        time.addAndGet(Duration.ofMillis(1_001).toNanos());
        assertThat(ask(2)).isEqualTo(3);
    }

    @Test
    void what_was_not_there_is_asked_for_each_time() {
        assertThat(known.get("token", 1, Optional::empty)).isEmpty();
        assertThat(ask(1)).isEqualTo(1);
        assertThat(known.get("token", 2, Optional::empty)).isEmpty();
        assertThat(ask(2)).isEqualTo(2);
    }

    @Test
    void however_many_are_asked_for_few_are_kept() {
        ask(1);
        for (int other = 0; other < 20_000; other++) {
            String name = "other " + other;
            known.get(name, 1, () -> Optional.of(0));
        }
        assertThat(ask(1)).isEqualTo(2);
    }

    private int ask(long version) {
        return known.get("token", version, () -> Optional.of(reads.incrementAndGet()))
                .orElseThrow();
    }
}
