package io.outputport.provisioner.source.snowflake.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.settings.SettingsException;
import java.io.IOException;
import java.security.PrivateKey;
import java.util.Optional;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.Test;

class PrivateKeysTest {
    @Test
    void a_plain_key_is_read_in_both_forms() throws IOException {
        assertThat(read(Keys.pkcs8())).isEqualTo(Keys.PAIR.getPrivate());
        assertThat(read(Keys.openssl())).isEqualTo(Keys.PAIR.getPrivate());
    }

    @Test
    void line_breaks_may_be_written_as_in_a_one_line_variable() throws IOException {
        assertThat(read(Keys.pkcs8().strip().replace(System.lineSeparator(), "\\n")))
                .isEqualTo(Keys.PAIR.getPrivate());
    }

    @Test
    void line_breaks_may_have_become_spaces() throws IOException {
        assertThat(read(Keys.pkcs8().strip().replaceAll("\\R", " "))).isEqualTo(Keys.PAIR.getPrivate());
        assertThat(read(Keys.openssl().strip().replaceAll("\\R", " "))).isEqualTo(Keys.PAIR.getPrivate());
    }

    @Test
    void a_key_of_a_kind_that_snowflake_does_not_take_is_named_with_the_remedy() throws Exception {
        assertThatThrownBy(() -> read(Keys.of("EC", 256)))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "KEY is a key for ECDSA, but Snowflake takes RSA keys only; make one with: openssl genrsa 2048.");
        assertThatThrownBy(() -> read(Keys.of("RSA", 1024)))
                .hasMessage("KEY is an RSA key of 1024 bits, but Snowflake takes those of at least 2048.");
    }

    @Test
    void an_encrypted_key_is_read_with_its_passphrase() throws IOException, OperatorCreationException {
        assertThat(read(Keys.pkcs8(PKCS8Generator.AES_256_CBC, "open"), "open")).isEqualTo(Keys.PAIR.getPrivate());
        assertThat(read(Keys.pkcs8(PKCS8Generator.DES3_CBC, "open"), "open")).isEqualTo(Keys.PAIR.getPrivate());
        assertThat(read(Keys.openssl("open"), "open")).isEqualTo(Keys.PAIR.getPrivate());
    }

    @Test
    void a_missing_passphrase_is_named() throws IOException, OperatorCreationException {
        String encrypted = Keys.pkcs8(PKCS8Generator.AES_256_CBC, "open");

        assertThatThrownBy(() -> read(encrypted))
                .isInstanceOf(SettingsException.class)
                .hasMessage("KEY is encrypted, but KEY_PASSPHRASE (or …_FILE) is not set.");
    }

    @Test
    void a_wrong_passphrase_and_a_broken_key_are_one_sentence_without_the_secret()
            throws IOException, OperatorCreationException {
        String encrypted = Keys.pkcs8(PKCS8Generator.AES_256_CBC, "open");

        assertThatThrownBy(() -> read(encrypted, "sesame"))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("KEY cannot be read")
                .hasMessageNotContaining("sesame");
        assertThatThrownBy(() -> read("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"))
                .isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> read("hello"))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("KEY is not a private key in PEM");
    }

    private static PrivateKey read(String pem) {
        return PrivateKeys.read("KEY", new Secret(pem), Optional.empty());
    }

    private static PrivateKey read(String pem, String passphrase) {
        return PrivateKeys.read("KEY", new Secret(pem), Optional.of(new Secret(passphrase)));
    }
}
