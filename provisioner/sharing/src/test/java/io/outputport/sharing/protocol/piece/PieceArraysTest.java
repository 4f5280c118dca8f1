package io.outputport.sharing.protocol.piece;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.outputport.sharing.text.Utf8Builder;
import io.outputport.sharing.text.Utf8Slice;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PieceArraysTest {
    private final PieceArrays arrays = new PieceArrays();

    @Test
    void an_array_comes_back_when_its_piece_was_written_and_not_before() {
        byte[] array = arrays.take();
        ByteBuf piece = arrays.lend(new Utf8Builder(array).text("a line\n").handOver(new byte[0]));
        ByteBuf half = piece.readRetainedSlice(3);
        piece.release();

        assertThat(half.toString(StandardCharsets.UTF_8)).isEqualTo("a l");
        assertThat(arrays.take()).isNotSameAs(array);
        half.release();
        assertThat(arrays.take()).isSameAs(array);
    }

    @Test
    void one_that_had_to_grow_is_not_kept() {
        Utf8Builder builder = new Utf8Builder(arrays.take());
        Utf8Slice large = builder.text("x".repeat(100_000)).handOver(arrays.take());

        arrays.lend(large).release();

        assertThat(large.length()).isEqualTo(100_000);
        assertThat(arrays.take()).isNotSameAs(large.array());
    }
}
