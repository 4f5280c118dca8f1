package io.outputport.sandbox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The scan finds what is planted; a scan that cannot fail shows nothing. */
class LeaksTest {
    private static final String PASSWORD = "sand/box%&#+1";

    private final Leaks leaks = new Leaks();

    @Test
    void a_secret_is_found_in_each_form_and_told_once() {
        leaks.plant(Map.of("SNOWFLAKE_PASSWORD", PASSWORD, "SNOWFLAKE_USER", "reader"));

        leaks.hear("status", "login of reader with " + PASSWORD);
        leaks.hear("span", "https://h/?password=sand%2Fbox%25%26%23%2B1");
        leaks.hear("log", "login of reader failed");

        assertThat(leaks.take())
                .hasSize(2)
                .anyMatch(leak -> leak.startsWith("status shows a secret: login of reader with"))
                .anyMatch(leak -> leak.startsWith("span shows"));
        assertThat(leaks.take()).isEmpty();
    }

    @Test
    void each_line_of_a_key_counts() {
        leaks.plant(Map.of(
                "SNOWFLAKE_PRIVATE_KEY", "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n-----END PRIVATE KEY-----"));

        leaks.hear("log", "cannot read MIIEvQIBADANBgkq");

        assertThat(leaks.take()).hasSize(1);
    }

    @Test
    void what_is_public_as_well_or_short_is_no_secret() {
        leaks.plant(Map.of("POSTGRES_PASSWORD", "postgres", "POSTGRES_USER", "postgres", "X_TOKEN", "abc"));

        leaks.hear("log", "postgres abc");

        assertThat(leaks.take()).isEmpty();
    }

    /** What a process says is heard without being asked for. */
    @Test
    void a_process_that_tells_its_password_is_found_out() {
        String planted = "told-by-a-process-1";

        try (Forked process = Forked.main(TellsItsPassword.class, Map.of("TOLD_PASSWORD", planted))) {
            process.exitCode();
        }

        assertThat(Leaks.OF_THIS_RUN.take()).hasSize(1).allMatch(leak -> leak.contains(planted));
    }

    static final class TellsItsPassword {
        private TellsItsPassword() {}

        public static void main(String[] arguments) {
            System.err.println("My password is " + System.getenv("TOLD_PASSWORD"));
        }
    }
}
