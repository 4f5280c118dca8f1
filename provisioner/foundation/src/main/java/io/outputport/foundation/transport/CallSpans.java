package io.outputport.foundation.transport;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A client span around each call, by OpenTelemetry's conventions for HTTP, and its context in the headers that the other
 * system sees. Neither bodies nor credentials are in it.
 */
final class CallSpans {
    private static final Pattern RESOURCE = Pattern.compile("^(.*?/v\\d+/[^/]+)/.*$");

    private final Tracer tracer;
    private final TextMapPropagator propagator;

    CallSpans(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.outputport.foundation.transport");
        this.propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    @SuppressWarnings("try") // The scope is there to be closed.
    Reply around(HttpRequest request, Function<HttpRequest, Reply> call) {
        Span span = start(request);
        try (Scope scope = span.makeCurrent()) {
            Reply reply = call.apply(traced(request));
            end(span, reply);
            return reply;
        } finally {
            span.end();
        }
    }

    private Span start(HttpRequest request) {
        URI address = request.uri();
        return tracer.spanBuilder(request.method() + " " + resource(address))
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("http.request.method", request.method())
                .setAttribute("server.address", address.getHost())
                .setAttribute("server.port", (long) port(address))
                .setAttribute("url.full", address.toString())
                .startSpan();
    }

    /** Up to the resource after the version: an id behind it would make a name of its own for each port. */
    private static String resource(URI address) {
        return RESOURCE.matcher(address.getPath()).replaceFirst("$1");
    }

    private static int port(URI address) {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return "https".equals(address.getScheme()) ? 443 : 80;
    }

    private HttpRequest traced(HttpRequest request) {
        HttpRequest.Builder copy = HttpRequest.newBuilder(request, (name, value) -> true);
        propagator.inject(
                io.opentelemetry.context.Context.current(),
                copy,
                (builder, name, value) -> builder.setHeader(name, value));
        return copy.build();
    }

    private static void end(Span span, Reply reply) {
        if (reply instanceof Reply.Answer answer) {
            span.setAttribute("http.response.status_code", (long) answer.status());
            if (answer.status() >= 400) {
                span.setAttribute("error.type", Integer.toString(answer.status()));
                span.setStatus(StatusCode.ERROR);
            }
        } else {
            Reply.Silence silence = (Reply.Silence) reply;
            span.setAttribute("error.type", silence.timedOut() ? "timeout" : "no_answer");
            span.setStatus(StatusCode.ERROR, silence.sentence());
        }
    }
}
