package io.outputport.provisioner.source.jdbc;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client span around each question to a source's database, by OpenTelemetry's conventions for databases. Neither
 * statements, their values, the driver's words nor its URL are in it.
 */
public final class QuestionSpans {
    private static final Pattern ONE_SERVER = Pattern.compile("(.+):(\\d{1,5})");
    private static final String OPERATION = "SELECT";

    private final Tracer tracer;
    private final String system;
    private final String server;

    /**
     * @param system as the conventions call it, for example {@code postgresql}
     * @param server host, or host and port; several may be separated by commas
     */
    public QuestionSpans(OpenTelemetry telemetry, String system, String server) {
        this.tracer = telemetry.getTracer("io.outputport.provisioner.source.jdbc");
        this.system = system;
        this.server = server;
    }

    @SuppressWarnings("try") // The scope is there to be closed.
    <T> T around(String namespace, String summary, SourceBreaker.Call<T> question) throws SQLException {
        Span span = start(namespace, summary);
        try (Scope scope = span.makeCurrent()) {
            return question.answer();
        } catch (SQLException failure) {
            String state = Optional.ofNullable(failure.getSQLState()).orElse("");
            if (!state.isEmpty()) {
                span.setAttribute("db.response.status_code", state);
            }
            span.setAttribute("error.type", failure.getClass().getName()).setStatus(StatusCode.ERROR);
            throw failure;
        } finally {
            span.end();
        }
    }

    private Span start(String namespace, String summary) {
        Span span = tracer.spanBuilder(OPERATION + " " + summary)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("db.system.name", system)
                .setAttribute("db.namespace", namespace)
                .setAttribute("db.operation.name", OPERATION)
                .setAttribute("db.query.summary", OPERATION + " " + summary)
                .startSpan();
        Matcher one = ONE_SERVER.matcher(server);
        if (one.matches() && server.indexOf(',') < 0) {
            return span.setAttribute("server.address", one.group(1))
                    .setAttribute("server.port", Long.parseLong(one.group(2)));
        }
        return span.setAttribute("server.address", server);
    }
}
