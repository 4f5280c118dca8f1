package io.outputport.provisioner.api.arrival;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.compression.JdkZlibDecoder;
import io.netty.handler.codec.compression.ZlibWrapper;
import java.util.List;
import java.util.Optional;

/** One member of a compressed body. The library's decoder either throws away what follows it, or knows no end at all. */
final class ZippedMember extends JdkZlibDecoder {
    private Optional<ByteBuf> rest = Optional.empty();

    ZippedMember(ZlibWrapper wrapper) {
        super(wrapper, false, 0);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
        if (isClosed() && in.isReadable()) {
            rest = Optional.of(in.readBytes(in.readableBytes()));
        } else {
            super.decode(context, in, out);
        }
    }

    /** Once: what came behind the end. Whoever takes it releases it. */
    Optional<ByteBuf> rest() {
        Optional<ByteBuf> taken = rest;
        rest = Optional.empty();
        return taken;
    }
}
