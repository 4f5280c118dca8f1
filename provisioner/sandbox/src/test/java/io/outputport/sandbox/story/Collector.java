package io.outputport.sandbox.story;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import io.outputport.sandbox.testing.Leaks;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An OpenTelemetry collector that takes spans by OTLP, over HTTP or gRPC, and remembers them. */
final class Collector implements AutoCloseable {
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Intake intake;

    /**
     * A span and who sent it.
     *
     * @param service its {@code service.name}
     */
    record Received(String service, Span span) {
        String name() {
            return span.getName();
        }

        String id() {
            return Collector.id(span.getSpanId());
        }

        String parent() {
            return Collector.id(span.getParentSpanId());
        }

        String text(String attribute) {
            return span.getAttributesList().stream()
                    .filter(each -> each.getKey().equals(attribute))
                    .map(each -> each.getValue().getStringValue())
                    .findFirst()
                    .orElse("");
        }
    }

    /** Where the spans come in. */
    interface Intake extends AutoCloseable {
        int port();

        /** As {@code OTEL_EXPORTER_OTLP_PROTOCOL} calls it. */
        String protocol();

        @Override
        void close();

        /** Opens it on a free port. */
        interface Opening {
            Intake open(Consumer<ExportTraceServiceRequest> sink) throws IOException;
        }
    }

    private Collector(Intake.Opening opening) throws IOException {
        this.intake = opening.open(this::take);
    }

    static Collector start() throws IOException {
        return startAt(0);
    }

    /** @param port 0 for any that is free */
    static Collector startAt(int port) throws IOException {
        return new Collector(sink -> HttpIntake.start(port, sink));
    }

    /** One that takes spans, but answers nobody before it is closed. */
    static Collector thatNeverAnswers() throws IOException {
        return new Collector(HttpIntake::thatNeverAnswers);
    }

    static Collector overGrpc() throws IOException {
        return new Collector(GrpcIntake::start);
    }

    /** What makes a service send its spans here, soon after each has ended. */
    Map<String, String> variables() {
        return variables(intake.port(), intake.protocol());
    }

    static Map<String, String> variables(int port, String protocol) {
        return Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + port,
                "OTEL_EXPORTER_OTLP_PROTOCOL",
                protocol,
                "OTEL_BSP_SCHEDULE_DELAY",
                "50");
    }

    List<Received> trace(String traceId) {
        return received.stream()
                .filter(each -> id(each.span().getTraceId()).equals(traceId))
                .toList();
    }

    List<Received> all() {
        return List.copyOf(received);
    }

    static String id(com.google.protobuf.ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private void take(ExportTraceServiceRequest request) {
        Leaks.OF_THIS_RUN.hear("spans", request.toString());
        request.getResourceSpansList().forEach(resource -> {
            String service = resource.getResource().getAttributesList().stream()
                    .filter(each -> each.getKey().equals("service.name"))
                    .map(each -> each.getValue().getStringValue())
                    .findFirst()
                    .orElse("");
            resource.getScopeSpansList()
                    .forEach(scope -> scope.getSpansList().forEach(span -> received.add(new Received(service, span))));
        });
    }

    @Override
    public void close() {
        intake.close();
    }
}
