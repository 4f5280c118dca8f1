package io.outputport.provisioner.api.arrival;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts the bodies of one connection, from their first byte until they are answered, and refuses the rest of a body
 * that there is no room for, or that is not what HTTP calls one. Belongs behind the codec.
 */
final class BodyBound extends ChannelDuplexHandler {
    /** What a part costs beside its bytes: senders may make them as small as they like. */
    private static final int PART = 256;

    private final ArrivingBytes bytes;
    /** Requests that have not been answered, in the order they came. */
    private final Deque<Body> unanswered = new ArrayDeque<>();

    private Body arriving = new Body();

    BodyBound(ArrivingBytes bytes) {
        this.bytes = bytes;
    }

    private static final class Body {
        private long held;
        private boolean refused;
        private boolean answered;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            arriving = new Body();
            unanswered.add(arriving);
        }
        if (message instanceof HttpContent part && !(message instanceof HttpRequest)) {
            read(context, part);
        } else {
            context.fireChannelRead(message);
        }
    }

    /** Whether nobody listens to the body that arrives any more. */
    boolean isAnswered() {
        return arriving.answered;
    }

    private void read(ChannelHandlerContext context, HttpContent part) {
        if (arriving.refused) {
            drop(context, part);
        } else if (part.decoderResult().isFailure()) {
            refuse(context, part, BodyRefused.malformed());
        } else if (!fits(part)) {
            refuse(context, part, BodyRefused.noRoom());
        } else {
            context.fireChannelRead(part);
        }
    }

    /** What follows an answer is thrown away by the server, so it needs no room. */
    private boolean fits(HttpContent part) {
        int readable = part.content().readableBytes();
        if (readable == 0 || arriving.answered) {
            return true;
        }
        if (!bytes.take(readable + PART, arriving.held)) {
            return false;
        }
        arriving.held += readable + PART;
        return true;
    }

    private void refuse(ChannelHandlerContext context, HttpContent part, BodyRefused why) {
        arriving.refused = true;
        context.fireExceptionCaught(why);
        drop(context, part);
    }

    /** The server waits for the end of the body all the same. */
    private static void drop(ChannelHandlerContext context, HttpContent part) {
        boolean last = part instanceof LastHttpContent;
        part.release();
        if (last) {
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse head && head.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            context.write(message, promise);
            return;
        }
        if (message instanceof LastHttpContent && !unanswered.isEmpty()) {
            Body body = unanswered.remove();
            body.answered = true;
            giveBack(body);
        }
        context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        unanswered.forEach(this::giveBack);
        unanswered.clear();
        context.fireChannelInactive();
    }

    private void giveBack(Body body) {
        bytes.giveBack(body.held);
        body.held = 0;
    }
}
