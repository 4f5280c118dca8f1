package io.outputport.provisioner.task.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
    private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(60), 0.2);

    @ParameterizedTest(name = "attempt {0}, at least {1} s, chance {2}: {3} ms")
    @CsvSource({
        "1,       0,  0.0,   1000",
        "2,       0,  0.0,   2000",
        "3,       0,  0.0,   4000",
        "7,       0,  0.0,  60000",
        "1000000, 0,  0.0,  60000",
        "1,      10,  0.0,  10000",
        "1,     300,  0.0, 300000",
        "1,       0,  0.5,   1100",
        "1,      10,  1.0,  12000",
    })
    void the_pause_doubles_up_to_its_cap_and_is_never_shorter_than_asked(
            int attempt, long atLeast, double chance, long millis) {
        assertThat(backOff.pause(attempt, Duration.ofSeconds(atLeast), chance)).isEqualTo(Duration.ofMillis(millis));
    }
}
