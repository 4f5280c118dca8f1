package io.outputport.provisioner.api.arrival;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.memory.MemoryShares;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Gives each connection its {@link ReceiveTimeout}, its {@link BodyBound} and its {@link Unzipping}. */
@Singleton
final class ConnectionHandlers implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final Duration longest;
    private final ArrivingBytes bytes;

    ConnectionHandlers(Settings settings, MemoryShares shares) {
        this.longest = settings.timeout("API_RECEIVE_TIMEOUT", Duration.ofSeconds(60));
        this.bytes = new ArrivingBytes(shares);
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> created) {
        NettyServerCustomizer.Registry registry = created.getBean();
        registry.register(new ForServer());
        return registry;
    }

    private final class ForServer implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new ForConnection(channel) : this;
        }
    }

    private final class ForConnection implements NettyServerCustomizer {
        private final Channel channel;

        ForConnection(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void onStreamPipelineBuilt() {
            ChannelPipeline pipeline = channel.pipeline();
            String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            if (pipeline.get(codec) != null) {
                ReceiveTimeout timeout = new ReceiveTimeout(longest);
                pipeline.addBefore(codec, "receive-begins", timeout.atBytes());
                pipeline.addAfter(codec, "receive-ends", timeout.atMessages());
                BodyBound bound = new BodyBound(bytes);
                pipeline.addAfter(codec, "body-bound", bound);
                pipeline.addAfter("body-bound", "unzipping", new Unzipping(bound::isAnswered));
            }
        }
    }
}
