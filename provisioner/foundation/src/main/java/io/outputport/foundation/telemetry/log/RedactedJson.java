package io.outputport.foundation.telemetry.log;

import com.fasterxml.jackson.core.JsonStreamContext;
import io.outputport.foundation.outcome.Masking;
import net.logstash.logback.mask.ValueMasker;
import org.jspecify.annotations.Nullable;

/** Every text of a JSON log line: messages, stack traces and context alike. */
public final class RedactedJson implements ValueMasker {
    /** Null leaves the value as it is, by the library's contract. */
    @Override
    public @Nullable Object mask(JsonStreamContext context, Object value) {
        if (!(value instanceof CharSequence)) {
            return null;
        }
        String text = value.toString();
        String clean = Masking.clean(text);
        return clean.equals(text) ? null : clean;
    }
}
