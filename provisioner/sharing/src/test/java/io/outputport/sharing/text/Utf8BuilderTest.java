package io.outputport.sharing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8BuilderTest {
    @Test
    void it_writes_base64_and_hex_as_the_jdk_does() {
        Random random = new Random(24);
        for (int length = 0; length < 100; length++) {
            byte[] binary = new byte[length + 3];
            random.nextBytes(binary);
            byte[] part = Arrays.copyOf(binary, length);

            assertThat(text(new Utf8Builder(1).base64Url(new Utf8Slice(binary, 0, length))))
                    .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(part));
            assertThat(text(new Utf8Builder(1).hex(part)))
                    .isEqualTo(HexFormat.of().formatHex(part));
        }
    }

    @Test
    void it_grows_and_begins_again_after_what_was_taken() {
        Utf8Builder builder = new Utf8Builder(2).text("ä").text("bc".getBytes(StandardCharsets.UTF_8));

        assertThat(builder.size()).isEqualTo(4);
        assertThat(text(builder)).isEqualTo("äbc");
        assertThat(text(builder.text("d"))).isEqualTo("d");
    }

    private static String text(Utf8Builder builder) {
        return new String(builder.take(), StandardCharsets.UTF_8);
    }
}
