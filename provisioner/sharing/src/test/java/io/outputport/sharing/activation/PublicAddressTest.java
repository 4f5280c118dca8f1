package io.outputport.sharing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressTest {
    @ParameterizedTest
    @CsvSource({
        "http://0.0.0.0:5003, http://localhost:5003",
        "http://0.0.0.0:5003/, http://localhost:5003",
        "https://[::]:5003, https://localhost:5003",
        "https://[0:0:0:0:0:0:0:0]:5003, https://localhost:5003",
        "http://10.0.0.0:5003, http://10.0.0.0:5003",
        "http://127.0.0.1:5003, http://127.0.0.1:5003",
        "http://[::1]:5003, http://[::1]:5003"
    })
    void every_address_of_a_machine_is_none_that_somebody_could_call(String listening, String shown) {
        assertThat(PublicAddress.reachable(URI.create(listening))).isEqualTo(shown);
    }
}
