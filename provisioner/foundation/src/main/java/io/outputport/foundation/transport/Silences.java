package io.outputport.foundation.transport;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why there is no answer. What only a change of a setting or a certificate mends is a lasting silence. */
final class Silences {
    static final String TOO_SLOW = "it did not answer in time";
    private static final Reply.Silence SPEAKS_TLS =
            Reply.Silence.lasting("it speaks TLS there; write https:// in its address");
    /** How Go's server, nginx and others answer plain HTTP at a port for TLS. */
    private static final Pattern PLAIN_AT_TLS =
            Pattern.compile("(?is).*(HTTP request (was sent )?to (an )?HTTPS (server|port)|speaking plain HTTP).*");

    private static final int LONGEST_PAGE = 2_000;

    private Silences() {}

    /** @param cause what the client threw */
    static Reply.Silence of(@Nullable Throwable cause, int largest) {
        List<Throwable> chain = Stream.iterate(cause, link -> link != null, Throwable::getCause)
                .limit(20)
                .toList();
        if (has(chain, BodyTooLarge.class)) {
            return new Reply.Silence(true, false, "its answer is longer than " + largest + " bytes");
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return new Reply.Silence(false, false, "it did not take the connection in time");
        }
        if (cause instanceof ConnectException) {
            boolean unknown = has(chain, UnresolvedAddressException.class);
            return new Reply.Silence(
                    false, false, unknown ? "its host name is not known" : "the connection was refused");
        }
        if (cause instanceof HttpTimeoutException) {
            return new Reply.Silence(true, true, TOO_SLOW);
        }
        return has(chain, SSLException.class) ? ofTls(chain) : ofProtocol(chain);
    }

    /** Of the many words of TLS those that an operator can act on; a handshake that merely broke may pass. */
    private static Reply.Silence ofTls(List<Throwable> chain) {
        if (has(chain, CertificateExpiredException.class)) {
            return Reply.Silence.lasting("its certificate has expired");
        }
        if (has(chain, CertificateNotYetValidException.class)) {
            return Reply.Silence.lasting("its certificate is not valid yet; check the clocks");
        }
        if (has(chain, CertPathBuilderException.class)) {
            return Reply.Silence.lasting("its certificate is not trusted here; add its authority to the trust store"
                    + " (docs/configuration.md, TLS to other systems)");
        }
        if (has(chain, CertificateException.class)) {
            return Reply.Silence.lasting("its certificate is not for this host name");
        }
        boolean plain =
                chain.stream().anyMatch(link -> says(link, "plaintext connection", "Unsupported or unrecognized"));
        return plain
                ? Reply.Silence.lasting(
                        "it does not speak TLS there; write http:// in its address, or the port for TLS")
                : new Reply.Silence(false, false, "the TLS handshake failed");
    }

    /** The first bytes of a TLS alert are no status line of HTTP. */
    private static Reply.Silence ofProtocol(List<Throwable> chain) {
        boolean alert =
                chain.stream().anyMatch(link -> link instanceof ProtocolException && says(link, "\u0015\u0003"));
        return alert ? SPEAKS_TLS : new Reply.Silence(true, false, "the connection broke");
    }

    /** A server for TLS that complains in plain HTTP. */
    static Optional<Reply> misplaced(String scheme, Reply.Answer answer) {
        boolean complaint = "http".equalsIgnoreCase(scheme)
                && answer.status() == 400
                && answer.pieces().length() < LONGEST_PAGE
                && PLAIN_AT_TLS
                        .matcher(new String(answer.body(), StandardCharsets.ISO_8859_1))
                        .matches();
        return complaint ? Optional.of(SPEAKS_TLS) : Optional.empty();
    }

    private static boolean has(List<Throwable> chain, Class<?> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    private static boolean says(Throwable link, String... words) {
        String message = String.valueOf(link.getMessage());
        return Stream.of(words).anyMatch(message::contains);
    }
}
