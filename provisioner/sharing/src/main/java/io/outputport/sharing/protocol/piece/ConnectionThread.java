package io.outputport.sharing.protocol.piece;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.util.concurrent.EventExecutor;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where a connection takes what is written to it. Micronaut asks for the next piece of an answer when it has counted the one before,
 * and of pieces that come from elsewhere only much later: they would all be made, and wait in memory.
 */
public final class ConnectionThread {
    private ConnectionThread() {}

    public static Scheduler of(HttpRequest<?> request) {
        HttpRequest<?> inner = request;
        while (inner instanceof HttpRequestWrapper<?> wrapper) {
            inner = wrapper.getDelegate();
        }
        return inner instanceof NettyHttpRequest<?> received
                ? of(received.getChannelHandlerContext().executor())
                : Schedulers.immediate();
    }

    /** What is there already goes no way round. */
    private static Scheduler of(EventExecutor thread) {
        return Schedulers.fromExecutor(work -> {
            if (thread.inEventLoop()) {
                work.run();
            } else {
                thread.execute(work);
            }
        });
    }
}
