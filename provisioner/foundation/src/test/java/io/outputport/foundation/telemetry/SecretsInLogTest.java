package io.outputport.foundation.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.outputport.foundation.outcome.Masking;
import io.outputport.foundation.outcome.Redaction;
import io.outputport.foundation.telemetry.log.LogOutput;
import io.outputport.foundation.trace.RecordedSpans;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/** What the service's own configuration of the log makes of secrets, to the last byte on standard error. */
class SecretsInLogTest {
    private static final String PASSWORD = "p%&#/w\"d\\1+x";
    private static final String ADMIN_SECRET = "admin/secret%26";
    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";
    private static final String KEY_LINE = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj";
    private static final String KEY = "-----BEGIN PRIVATE KEY-----\n" + KEY_LINE + "\n-----END PRIVATE KEY-----";
    private static final String UNKNOWN = "of-another-system";

    private final Redaction redaction = new Redaction();

    @BeforeEach
    void learn() {
        List.of(PASSWORD, ADMIN_SECRET).forEach(redaction::learn);
        Masking.add(redaction);
    }

    @AfterEach
    void forget() {
        Masking.remove(redaction);
        MDC.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "text"})
    void no_secret_gets_through_in_message_context_or_stack_trace(String format) {
        String url = "jdbc:postgresql://h/db?user=u&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        MDC.put("component", "urn of " + PASSWORD);
        MDC.put("address", "postgres://u:" + UNKNOWN + "@h/db");
        Exception cause = new IllegalArgumentException(KEY + " and " + url);

        String written = write(
                format,
                logger -> logger.error(
                        "Login with {} failed; X-Hasura-Admin-Secret: {}; Authorization: Bearer {}; token={}",
                        PASSWORD,
                        ADMIN_SECRET,
                        TOKEN,
                        UNKNOWN,
                        new IllegalStateException("at " + url, cause)));

        assertThat(written)
                .contains("Login with *** failed", "IllegalArgumentException", "Bearer ***")
                .doesNotContain(PASSWORD, ADMIN_SECRET, TOKEN, KEY_LINE, UNKNOWN)
                .doesNotContain(
                        URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8),
                        PASSWORD.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    @Test
    void no_word_of_another_system_makes_a_line_of_its_own() {
        String forged = "12:00:00.000 INFO  Provisioner - all is well";
        MDC.put("component", "a\n" + forged);

        String written = write(
                "text",
                logger -> logger.error(
                        "The view has a column x\r\n{}\u001b[2J", forged, new IllegalStateException("no\n" + forged)));

        assertThat(written.lines()).noneMatch(line -> line.startsWith("12:00:00.000"));
        assertThat(written)
                .contains("The view has a column x\\r\\n" + forged + "\\u001b[2J", "    " + forged)
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "text"})
    void each_message_is_a_line(String format) {
        MDC.put("component", "urn");

        String written = write(format, logger -> {
            logger.info("First");
            logger.info("Second", new IllegalStateException("broken"));
            logger.info("Third");
        });

        assertThat(written.lines().filter(line -> line.contains("INFO")))
                .hasSize(3)
                .allMatch(line -> line.contains("urn"))
                .noneMatch(line -> line.contains("%n"));
        assertThat(written).endsWith("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "text"})
    void an_outage_of_the_task_database_is_told_without_a_stack_and_a_bug_with_it(String format) {
        SQLException away = new SQLException("Connection refused\nINFO  all is well", "08001");
        SQLException silent = new SQLTransientConnectionException("no connection within 5000 ms");
        SQLException wrong = new SQLException("syntax error", "42601");

        String written = write(format, logger -> {
            logger.warn("First", new IllegalStateException("not stored", away));
            logger.warn("Second", new IllegalStateException("not stored", silent));
            logger.warn("Third", new IllegalStateException("not stored", wrong));
        });

        String outages = written.substring(0, written.indexOf("Third"));
        assertThat(outages)
                .contains("SQL state 08001: Connection refused", "no connection within 5000 ms")
                .doesNotContain("SecretsInLogTest", "IllegalStateException");
        assertThat(outages.lines().filter(line -> line.startsWith("INFO"))).isEmpty();
        assertThat(written.substring(outages.length())).contains("SecretsInLogTest", "syntax error");
    }

    @Test
    void a_line_in_a_trace_names_it() {
        RecordedSpans spans = new RecordedSpans();

        String written = spans.within("request", () -> write("json", logger -> logger.info("Hello")));

        assertThat(written)
                .contains("\"trace_id\":\"" + spans.only("request").getTraceId() + "\"")
                .contains("\"span_id\":\"" + spans.only("request").getSpanId() + "\"");
    }

    private interface Logging {
        void to(Logger logger);
    }

    private static String write(String format, Logging logging) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        context.putProperty("LOG_FORMAT", format);
        try (CapturedErrors errors = new CapturedErrors()) {
            new LogOutput().configure(context);
            logging.to(context.getLogger("test"));
            context.stop();
            return errors.text();
        }
    }
}
