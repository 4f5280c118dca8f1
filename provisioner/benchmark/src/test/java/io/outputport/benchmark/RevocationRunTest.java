package io.outputport.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smallest measurement of revocations from end to end. */
class RevocationRunTest {
    @TempDir
    private Path folder;

    private final Typed typed = new Typed();

    @Test
    void a_revocation_is_measured_until_it_is_effective() throws IOException {
        int code = typed.run(folder, "revocation", "--revocations", "1", "--limit", "3");

        assertThat(code).as(typed.err()).isZero();
        JsonNode rows = Typed.json(folder.resolve("revocation.json")).path("rows");
        assertThat(rows.findValuesAsText("situation"))
                .containsExactly("every system healthy", "Hasura hangs", "the source hangs");
        for (JsonNode row : rows) {
            assertThat(row.path("revocations").asInt()).isEqualTo(1);
            assertThat(row.path("longestMillis").asLong()).isPositive();
        }
        assertThat(typed.err()).contains("every system healthy: 1 revocations");
    }
}
