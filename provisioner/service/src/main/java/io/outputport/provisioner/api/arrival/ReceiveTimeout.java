package io.outputport.provisioner.api.arrival;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how long a request may take to arrive, from its first byte to its last. The server's own time-outs look at
 * silence only: a byte now and then would keep a connection for ever. Runs on the connection's own thread.
 */
final class ReceiveTimeout {
    private final Duration longest;
    private boolean receiving;
    private Optional<Future<?>> alarm = Optional.empty();

    ReceiveTimeout(Duration longest) {
        this.longest = longest;
    }

    /** Belongs before the codec, where a request is bytes yet. */
    ChannelHandler atBytes() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object bytes) {
                receiving = true;
                context.fireChannelRead(bytes);
            }

            /** Most requests are whole by now, so that no alarm is ever set for them. */
            @Override
            public void channelReadComplete(ChannelHandlerContext context) {
                if (receiving && alarm.isEmpty()) {
                    alarm = Optional.of(context.executor()
                            .schedule(() -> context.close(), longest.toMillis(), TimeUnit.MILLISECONDS));
                }
                context.fireChannelReadComplete();
            }

            @Override
            public void channelInactive(ChannelHandlerContext context) {
                end();
                context.fireChannelInactive();
            }
        };
    }

    /** Belongs behind the codec, which knows the end of a request. */
    ChannelHandler atMessages() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof LastHttpContent) {
                    end();
                }
                context.fireChannelRead(message);
            }
        };
    }

    private void end() {
        receiving = false;
        alarm.ifPresent(set -> set.cancel(false));
        alarm = Optional.empty();
    }
}
