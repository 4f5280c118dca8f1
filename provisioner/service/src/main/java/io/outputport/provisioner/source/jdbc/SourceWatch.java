package io.outputport.provisioner.source.jdbc;

import io.opentelemetry.api.OpenTelemetry;
import io.outputport.foundation.transport.CallMeter;
import java.sql.SQLException;

/**
 * Who is told how the questions to the databases of one source technology go.
 *
 * @param spans also of questions that the breaker held back
 * @param calls only those that were really asked
 */
public record SourceWatch(QuestionSpans spans, SourceCalls calls) {
    /** Nobody is told. */
    public static SourceWatch nobody() {
        return new SourceWatch(
                new QuestionSpans(OpenTelemetry.noop(), "other", "localhost"),
                new SourceCalls("other", CallMeter.NONE));
    }

    <T> T around(String namespace, String summary, SourceBreaker breaker, SourceBreaker.Call<T> question)
            throws SQLException {
        return spans.around(namespace, summary, () -> breaker.guard(() -> calls.around(question)));
    }

    void follow(SourceBreaker breaker) {
        calls.watch(breaker::state);
    }
}
