package io.outputport.foundation.telemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.extension.trace.propagation.B3Propagator;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurablePropagatorProvider;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a trace up from Zipkin's headers, in both their forms, and sends none on: the SDK's own would do both. Named
 * among the SDK's propagators like any other; {@code META-INF/services} lists it.
 */
public final class IncomingB3 implements ConfigurablePropagatorProvider {
    static final String NAME = "incoming-b3";

    @Override
    public TextMapPropagator getPropagator(ConfigProperties config) {
        return new Inward(B3Propagator.injectingSingleHeader());
    }

    @Override
    public String getName() {
        return NAME;
    }

    private record Inward(TextMapPropagator both) implements TextMapPropagator {
        @Override
        public Collection<String> fields() {
            return List.of();
        }

        @Override
        public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {}

        @Override
        public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
            return both.extract(context, carrier, getter);
        }
    }
}
