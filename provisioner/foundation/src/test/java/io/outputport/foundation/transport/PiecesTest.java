package io.outputport.foundation.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long body in pieces is the body. */
class PiecesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
    void whatever_is_taken_from_it_is_what_was_put_in(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);

        Pieces pieces = Pieces.of(bytes);

        assertThat(pieces.length()).isEqualTo(length);
        assertThat(pieces.stream().readAllBytes()).isEqualTo(bytes);
        int middle = length / 2;
        assertThat(pieces.bytes(middle, length)).isEqualTo(java.util.Arrays.copyOfRange(bytes, middle, length));
        assertThat(pieces.slices(middle, length).stream()
                        .mapToInt(Pieces.Slice::length)
                        .sum())
                .isEqualTo(length - middle);
    }

    @Test
    void two_bodies_are_the_same_when_their_bytes_are() {
        byte[] bytes = new byte[70_000];
        Pieces pieces = Pieces.of(bytes);
        byte[] other = bytes.clone();
        other[69_999] = 1;

        assertThat(pieces.hasBytesOf(Pieces.of(bytes.clone()))).isTrue();
        assertThat(pieces.hasBytesOf(Pieces.of(other))).isFalse();
        assertThat(pieces.hasBytesOf(Pieces.of(new byte[70_001]))).isFalse();
    }
}
