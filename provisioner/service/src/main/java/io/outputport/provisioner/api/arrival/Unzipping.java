package io.outputport.provisioner.api.arrival;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Undoes the compression of bodies. The server's own way takes a body for whole whose compression has no end, as a sender
 * leaves it that was cut off. Belongs behind {@link BodyBound}, which counts what really arrives.
 */
final class Unzipping extends ChannelInboundHandlerAdapter {
    private final BooleanSupplier answered;
    private Optional<ZippedBody> arriving = Optional.empty();

    /** @param answered whether nobody listens to the body that arrives any more */
    Unzipping(BooleanSupplier answered) {
        this.answered = answered;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest head) {
            end();
            arriving = wrapper(head).map(wrapper -> new ZippedBody(context, wrapper, answered));
            arriving.ifPresent(zipped -> promiseWhatFollows(head));
        }
        if (message instanceof HttpContent part && arriving.isPresent()) {
            boolean last = part instanceof LastHttpContent;
            ZippedBody zipped = arriving.get();
            zipped.read(part);
            if (last) {
                arriving = Optional.empty();
                zipped.finish();
            }
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
        context.fireChannelInactive();
    }

    private void end() {
        arriving.ifPresent(ZippedBody::discard);
        arriving = Optional.empty();
    }

    private static Optional<ZlibWrapper> wrapper(HttpRequest head) {
        String encoding = head.headers().get(HttpHeaderNames.CONTENT_ENCODING, "");
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> Optional.of(ZlibWrapper.GZIP);
            case "deflate", "x-deflate" -> Optional.of(ZlibWrapper.ZLIB_OR_NONE);
            default -> Optional.empty();
        };
    }

    private static void promiseWhatFollows(HttpRequest head) {
        head.headers()
                .remove(HttpHeaderNames.CONTENT_ENCODING)
                .remove(HttpHeaderNames.CONTENT_LENGTH)
                .set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    }
}
