package io.outputport.foundation.text;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads bytes as UTF-8, piece by piece, to the first that is none. */
final class Utf8Check {
    private static final int PIECE = 8192;

    private final ByteBuffer bytes;
    private final CharBuffer piece = CharBuffer.allocate(PIECE);
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private int line = 1;
    private int column = 1;

    Utf8Check(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    Optional<Problem> problem() {
        while (true) {
            CoderResult result = decoder.decode(bytes, piece, true);
            piece.flip();
            if (result.isUnderflow()) {
                return Optional.empty();
            }
            pass();
            if (result.isError()) {
                return Optional.of(found(bytes.get(bytes.position()) & 0xFF));
            }
            piece.clear();
        }
    }

    private void pass() {
        while (piece.hasRemaining()) {
            char character = piece.get();
            if (character == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(character)) {
                column++;
            }
        }
    }

    private Problem found(int octet) {
        String message = String.format(
                "The byte 0x%02X is no UTF-8: the text looks like Latin-1 (ISO 8859-1, Windows-1252).", octet);
        return Problem.of(TextEncoding.NOT_UTF8, message, TextEncoding.SAVE).at("", new Position(line, column));
    }
}
