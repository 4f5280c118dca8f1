package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.testing.Http;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The account that the sandbox plays, and the password that nobody else may see. */
record Snowflake(URI host, String password) {
    static final String LOGIN = "/session/v1/login-request";

    /** The next requests of this path meet the fault. */
    void fault(String path, String fault, int times) {
        String body = "[{\"path\":\"%s\",\"fault\":\"%s\",\"millis\":0,\"times\":%d}]".formatted(path, fault, times);
        assertThat(Http.to(host).post("/sandbox/faults", body).status()).isEqualTo(200);
    }

    void clearFaults() {
        Http.to(host).delete("/sandbox/faults");
    }

    /** In a URL's spelling. */
    String encodedPassword() {
        return URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @param places what may show everything but the password, by its name */
    void passwordIsNotIn(Map<String, String> places) {
        places.forEach((place, text) -> assertThat(text)
                .as(place)
                .isNotBlank()
                .doesNotContain(password, encodedPassword(), encodedPassword().replace("%2F", "/")));
    }

    /** Everywhere that a story leaves something behind. */
    void passwordIsNowhere(World world, Platform platform) {
        passwordIsNotIn(Map.of(
                "metadata", world.engine().metadata().toString(),
                "log", world.log(),
                "answers", platform.heard(),
                "role mapper", world.roleMapper().text()));
    }
}
