package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A Hasura with a metadata document of 50 MB, and a service with a heap of 256 MB. */
@ExtendWith(World.Provided.class)
class LongMetadataStoryTest {
    private static final int TABLES = 5_000;
    private static final int BYTES_EACH = 10_000;

    private final World world;

    @TempDir
    private Path tasks;

    LongMetadataStoryTest(World world) {
        this.world = world;
    }

    @Test
    void ten_ports_are_written_and_every_byte_of_others_is_as_it_was() throws IOException {
        try (LongMetadata hasura = LongMetadata.start(TABLES, BYTES_EACH)) {
            byte[] before = hasura.metadata();
            assertThat(before.length).isBetween(50_000_000, 60_000_000);
            Map<String, String> variables = world.variables();
            variables.put("HASURA_URL", hasura.url().toString());
            variables.put("HASURA_WRITE", "replace");

            // Forked with -Xmx256m, as all services of the stories.
            try (ServiceProcess service = ServiceProcess.start(variables, tasks)) {
                List<String> tokens = new ArrayList<>();
                for (int port = 0; port < 10; port++) {
                    tokens.add(service.platform()
                            .startProvision(Product.vaccinations("Long" + port).sample()));
                }
                tokens.forEach(service.platform()::completed);
            }

            assertThatOthersAreAsTheyWere(before, hasura.metadata());
        }
    }

    private static void assertThatOthersAreAsTheyWere(byte[] before, byte[] after) {
        byte[] theirs = theirs(before);
        int at = LongMetadata.find(after, theirs).orElseThrow(() -> new AssertionError("something of others changed"));
        String ours = new String(after, at + theirs.length, after.length - at - theirs.length, StandardCharsets.UTF_8);
        assertThat(ours).contains("\"healthcare_long0_0_", "\"healthcare_long9_0_", "\"unknown\":{\"big\":1e400}}");
    }

    /** The one source of others, from its first to its last byte. */
    private static byte[] theirs(byte[] metadata) {
        byte[] end = "\"configuration\":{\"connection_info\":{}}}".getBytes(StandardCharsets.UTF_8);
        byte[] start = "{\"name\":\"default\"".getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOfRange(
                metadata,
                LongMetadata.find(metadata, start).orElseThrow(),
                LongMetadata.find(metadata, end).orElseThrow() + end.length);
    }
}
