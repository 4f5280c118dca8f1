package io.outputport.sharing.protocol.piece;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledHeapByteBuf;
import io.outputport.sharing.text.Utf8Slice;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Arrays in which pieces of answers are made and from which they are written to connections, again and again: they would be most
 * of what has to be collected. One that is lost, as with a connection that breaks off, is collected as any other.
 */
public final class PieceArrays {
    /** For a piece, and the lines with which it grows beyond its least size. */
    private static final int SIZE = 66_000;

    private static final int MOST = 64;

    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(MOST);

    public byte[] take() {
        return Optional.ofNullable(free.poll()).orElseGet(() -> new byte[SIZE]);
    }

    /** Also one that had to grow, which is too large to be kept. */
    private void give(byte[] array) {
        if (array.length == SIZE) {
            free.offer(array);
        }
    }

    /** The piece as connections take it. Its array comes back when it was written. */
    public ByteBuf lend(Utf8Slice piece) {
        return new Lent(piece);
    }

    private final class Lent extends UnpooledHeapByteBuf {
        Lent(Utf8Slice piece) {
            super(ByteBufAllocator.DEFAULT, piece.array(), piece.array().length);
            setIndex(piece.from(), piece.from() + piece.length());
        }

        @Override
        protected void freeArray(byte[] array) {
            give(array);
        }
    }
}
