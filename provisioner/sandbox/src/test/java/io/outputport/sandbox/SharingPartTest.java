package io.outputport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.sandbox.testing.Http;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A Delta Sharing server beside the others, for who asks for it. */
class SharingPartTest {
    @Test
    void it_starts_when_it_is_named_and_says_where_it_is() throws Exception {
        try (RunningSandbox sandbox = new RunningSandbox()) {
            sandbox.start(named("postgres,sharing"));

            Http sharing = Http.to(URI.create(sandbox.ready().path("sharing").asText()));
            assertThat(sharing.get("/health/readiness").status()).isEqualTo(200);
        }
    }

    @Test
    void without_the_database_it_has_no_tables_and_says_so() {
        try (RunningSandbox sandbox = new RunningSandbox()) {
            assertThatThrownBy(() -> sandbox.start(named("sharing")))
                    .isInstanceOf(StartFailed.class)
                    .hasMessage("The sandbox did not start: sharing: the part sharing takes its tables from the part"
                            + " postgres; name both.");
        }
    }

    private static Map<String, String> named(String parts) {
        return Map.of("SANDBOX_PARTS", parts, "SANDBOX_POSTGRES_PORT", "0", "SANDBOX_SHARING_PORT", "0");
    }
}
