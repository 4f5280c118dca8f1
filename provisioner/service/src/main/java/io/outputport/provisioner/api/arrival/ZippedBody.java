package io.outputport.provisioner.api.arrival;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One compressed body: one member after the other, since gzip may have several. What comes out goes on at once, so that
 * whoever counts it can stop listening.
 */
final class ZippedBody {
    /** Each costs a decoder, and may be as small as 20 bytes. */
    private static final int MOST_MEMBERS = 1_000;

    private final ChannelHandlerContext context;
    private final ZlibWrapper wrapper;
    private final BooleanSupplier answered;
    private ZippedMember member;
    private EmbeddedChannel channel;
    private int members;
    private boolean begun;
    private boolean refused;

    ZippedBody(ChannelHandlerContext context, ZlibWrapper wrapper, BooleanSupplier answered) {
        this.context = context;
        this.wrapper = wrapper;
        this.answered = answered;
        this.member = new ZippedMember(wrapper);
        this.channel = channel(member);
    }

    private EmbeddedChannel channel(ZippedMember decoder) {
        return new EmbeddedChannel(decoder, new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext inner, Object bytes) {
                context.fireChannelRead(new DefaultHttpContent((ByteBuf) bytes));
            }
        });
    }

    void read(HttpContent part) {
        // What is too large is answered long before it ends, and its rest may be a thousand times as large.
        refused |= answered.getAsBoolean();
        if (refused || !part.content().isReadable()) {
            part.release();
            return;
        }
        begun = true;
        Optional<ByteBuf> left = Optional.of(part.content());
        while (left.isPresent()) {
            left = unzip(left.get());
        }
    }

    /** What follows the end of this member. */
    private Optional<ByteBuf> unzip(ByteBuf bytes) {
        if (member.isClosed() && !beginNext()) {
            bytes.release();
            refuse(new DecompressionException("more follows the end of the compressed body"));
            return Optional.empty();
        }
        try {
            channel.writeInbound(bytes);
            return member.rest();
        } catch (DecompressionException damaged) {
            refuse(damaged);
            return Optional.empty();
        }
    }

    private boolean beginNext() {
        members++;
        if (wrapper != ZlibWrapper.GZIP || members == MOST_MEMBERS) {
            return false;
        }
        discard();
        member = new ZippedMember(wrapper);
        channel = channel(member);
        return true;
    }

    /** The server waits for the end of the body also where the body is refused. */
    void finish() {
        if (begun && !refused && !member.isClosed()) {
            refuse(new DecompressionException("the compressed body has no end"));
        }
        discard();
        context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void refuse(DecompressionException why) {
        refused = true;
        context.fireExceptionCaught(why);
    }

    void discard() {
        member.rest().ifPresent(ByteBuf::release);
        try {
            channel.finishAndReleaseAll();
        } catch (DecompressionException damaged) {
            // It was refused for that already.
            refused = true;
        }
    }
}
