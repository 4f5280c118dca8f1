package io.outputport.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Texts as the version of 30 November 2026 stored them. What is stored outlives its version: a test that no longer passes says
 * that old rows can no longer be read, so it is the code that changes.
 */
public final class Golden {
    private Golden() {}

    /** @param file below the folder {@code stored} */
    public static String text(String file) {
        try (InputStream stream = Optional.ofNullable(Golden.class.getResourceAsStream("/stored/" + file))
                .orElseThrow(() -> new AssertionError("there is no stored text " + file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Character for character: replicas of both versions share the rows, and some texts are compared. */
    public static void isStillWritten(String file, String text) {
        assertThat(text).as(file).isEqualTo(text(file));
    }
}
