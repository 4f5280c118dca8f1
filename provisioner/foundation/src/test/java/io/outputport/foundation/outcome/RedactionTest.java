package io.outputport.foundation.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever somebody plants, no sink shows it. */
class RedactionTest {
    private static final String PASSWORD = "p%&#/w\"d\\1 x";

    private final Redaction redaction = new Redaction();

    @Test
    void a_known_secret_goes_in_every_form_that_it_travels_in() {
        redaction.learn(PASSWORD);

        String encoded = URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        assertThat(redaction.clean("login of x with " + PASSWORD + " failed")).isEqualTo("login of x with *** failed");
        assertThat(redaction.clean("https://h/?p=" + encoded)).isEqualTo("https://h/?p=***");
        assertThat(redaction.clean("https://h/?p=" + encoded.replace("+", "%20")))
                .isEqualTo("https://h/?p=***");
        assertThat(redaction.clean("{\"p\":\"p%&#/w\\\"d\\\\1 x\"}")).isEqualTo("{\"p\":\"***\"}");
    }

    @Test
    void a_known_secret_goes_out_of_base64_wherever_it_stands_in_it() {
        String secret = "correct/horse?battery";
        redaction.learn(secret);

        for (String user : List.of("", "u", "us", "use", "user")) {
            String credentials = user + ":" + secret;
            String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
            assertThat(redaction.byValue("sent " + encoded)).as(credentials).contains("***");
            assertThat(redaction.byValue(encoded).replace("***", "").length())
                    .as("what is left of %s", credentials)
                    .isLessThanOrEqualTo(encoded.length() - 4 * secret.length() / 3 + 4);
        }
    }

    @Test
    void a_known_secret_goes_out_of_json_within_json_and_out_of_addresses_in_small_hex() {
        redaction.learn("a/b\"c+d");

        assertThat(redaction.byValue("{\"body\":\"{\\\"p\\\":\\\"a/b\\\\\\\"c+d\\\"}\"}"))
                .doesNotContain("c+d");
        assertThat(redaction.byValue("https://h/?p=a%2fb%22c%2bd")).isEqualTo("https://h/?p=***");
        assertThat(redaction.byValue("a\\/b\\\"c+d")).isEqualTo("***");
    }

    @Test
    void of_two_secrets_of_which_one_holds_the_other_nothing_is_left() {
        redaction.learn("hunter");
        redaction.learn("hunter2-and-more");

        assertThat(redaction.clean("it is hunter2-and-more")).isEqualTo("it is ***");
    }

    @Test
    void each_line_of_a_private_key_is_a_secret() {
        redaction.learn("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\nhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\n");

        assertThat(redaction.clean("cannot read hkiG9w0BAQEFAASC")).isEqualTo("cannot read ***");
    }

    @Test
    void a_secret_as_short_as_a_syllable_does_not_blacken_ordinary_words() {
        redaction.learn("ab");

        assertThat(redaction.clean("about tables")).isEqualTo("about tables");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Authorization: Bearer eyJhbGciOi.J9.x-_   | Authorization: Bearer ***
            authorization: basic dXNlcjpwYXNz         | authorization: basic ***
            jdbc:postgresql://h/db?user=u&password=pw | jdbc:postgresql://h/db?user=u&password=***
            postgres://user:pw@host:5432/db           | postgres://***@host:5432/db
            the basic rules of a bearer               | the basic rules of a bearer
            secret: x1, then                          | secret: ***, then
            admin_secret: "x 1" is wrong              | admin_secret: *** is wrong
            {"password":"x","user":"u"}               | {"password":***,"user":"u"}
            {\\"token\\":\\"x\\",\\"a\\":1}                 | {\\"token\\":***,\\"a\\":1}
            no login with password 'x y' here         | no login with password *** here
            postgres://user:p/w@host:5432/db          | postgres://***@host:5432/db
            postgres://u:p/w@x@host/db and more       | postgres://***@host/db and more
            the password is not accepted              | the password is not accepted
            token 0f5584e1-8fc8-47be-a016-1fef86c25e9e | token 0f5584e1-8fc8-47be-a016-1fef86c25e9e
            token=0f5584e1-8fc8-47be-a016-1fef86c25e9e | token=0f5584e1-8fc8-47be-a016-1fef86c25e9e
            """)
    void what_has_the_shape_of_a_secret_goes_though_nobody_knows_it(String text, String clean) {
        assertThat(redaction.clean(text)).isEqualTo(clean);
    }

    @Test
    void a_private_key_that_was_cut_off_goes_to_the_end_of_the_text() {
        assertThat(redaction.clean("key: -----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIE\nabc"))
                .isEqualTo("key: ***");
    }
}
