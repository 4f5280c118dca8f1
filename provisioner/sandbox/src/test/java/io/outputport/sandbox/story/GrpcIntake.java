package io.outputport.sandbox.story;

import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/** OTLP over gRPC: a real server for HTTP/2. The published messages come without the service, so it is named here. */
final class GrpcIntake implements Collector.Intake {
    private static final String SERVICE = "opentelemetry.proto.collector.trace.v1.TraceService";

    private final Server server;

    private GrpcIntake(Server server) {
        this.server = server;
    }

    static GrpcIntake start(Consumer<ExportTraceServiceRequest> sink) throws IOException {
        MethodDescriptor<ExportTraceServiceRequest, ExportTraceServiceResponse> export =
                MethodDescriptor.<ExportTraceServiceRequest, ExportTraceServiceResponse>newBuilder()
                        .setType(MethodDescriptor.MethodType.UNARY)
                        .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, "Export"))
                        .setRequestMarshaller(ProtoUtils.marshaller(ExportTraceServiceRequest.getDefaultInstance()))
                        .setResponseMarshaller(ProtoUtils.marshaller(ExportTraceServiceResponse.getDefaultInstance()))
                        .build();
        ServerServiceDefinition service = ServerServiceDefinition.builder(SERVICE)
                .addMethod(export, ServerCalls.asyncUnaryCall((request, answer) -> {
                    sink.accept(request);
                    answer.onNext(ExportTraceServiceResponse.getDefaultInstance());
                    answer.onCompleted();
                }))
                .build();
        return new GrpcIntake(NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                .addService(service)
                .build()
                .start());
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public String protocol() {
        return "grpc";
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
