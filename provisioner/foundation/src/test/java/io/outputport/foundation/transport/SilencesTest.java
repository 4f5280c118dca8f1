package io.outputport.foundation.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of TLS, as the JDK's client throws them. */
class SilencesTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new CertificateExpiredException("NotAfter: yesterday"), true, "its certificate has expired"),
                Arguments.of(
                        new CertificateNotYetValidException("NotBefore: tomorrow"),
                        true,
                        "its certificate is not valid yet; check the clocks"),
                Arguments.of(
                        new CertificateException("No subject alternative names matching IP address 127.0.0.1 found"),
                        true,
                        "its certificate is not for this host name"),
                Arguments.of(new IOException("Connection reset"), false, "the TLS handshake failed"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_handshake_that_failed_is_told_by_its_reason(Throwable reason, boolean lasting, String sentence) {
        SSLException failed = new SSLHandshakeException("handshake failed");
        failed.initCause(reason);

        assertThat(Silences.of(new IOException(failed), 100))
                .isEqualTo(new Reply.Silence(false, false, lasting, sentence));
    }
}
