package io.outputport.provisioner.api.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.memory.MemoryShares;
import org.junit.jupiter.api.Test;

class ArrivingBytesTest {
    private static final long KIBI = 1024;
    private static final long MEBI = 1024 * KIBI;

    /** 4 MiB, of which 3 are for large bodies. */
    private final ArrivingBytes bytes = new ArrivingBytes(new MemoryShares(40 * MEBI, 100 * MEBI));

    @Test
    void large_bodies_leave_room_to_small_ones() {
        assertThat(bytes.take(2 * MEBI, 0)).isTrue();
        assertThat(bytes.take(2 * MEBI, 0)).isFalse();

        assertThat(bytes.take(60 * KIBI, 0)).isTrue();
    }

    @Test
    void one_large_body_is_let_in_however_large_it_is() {
        assertThat(bytes.take(8 * MEBI, 0)).isTrue();
        assertThat(bytes.take(8 * MEBI, 8 * MEBI)).isTrue();

        assertThat(bytes.take(MEBI, 0)).isFalse();
    }

    @Test
    void what_was_given_back_can_be_taken_again() {
        long held = 0;
        for (int part = 0; part < 100; part++) {
            assertThat(bytes.take(10 * KIBI, held)).isTrue();
            held += 10 * KIBI;
        }

        bytes.giveBack(held);

        assertThat(bytes.held()).isZero();
        assertThat(bytes.take(2 * MEBI, 0)).isTrue();
    }

    @Test
    void small_bodies_are_bounded_too() {
        int taken = 0;
        while (bytes.take(32 * KIBI, 0)) {
            taken++;
        }

        assertThat(taken).isEqualTo(4 * 32);
    }
}
