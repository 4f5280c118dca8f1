package io.outputport.provisioner.source.jdbc;

import static io.outputport.foundation.trace.RecordedSpans.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.outputport.foundation.trace.RecordedSpans;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class QuestionSpansTest {
    private final RecordedSpans recorded = new RecordedSpans();
    private final QuestionSpans spans = new QuestionSpans(recorded.telemetry(), "postgresql", "db.example:5432");

    @Test
    void a_question_is_a_span_by_the_conventions_for_databases() throws SQLException {
        int answer = spans.around("shop", "pg_class", () -> 7);

        SpanData span = recorded.only("SELECT pg_class");
        assertThat(answer).isEqualTo(7);
        assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(text(span, "db.system.name")).isEqualTo("postgresql");
        assertThat(text(span, "db.namespace")).isEqualTo("shop");
        assertThat(text(span, "db.operation.name")).isEqualTo("SELECT");
        assertThat(text(span, "db.query.summary")).isEqualTo("SELECT pg_class");
        assertThat(text(span, "server.address")).isEqualTo("db.example");
        assertThat(span.getAttributes().get(AttributeKey.longKey("server.port")))
                .isEqualTo(5432);
    }

    @Test
    void a_failure_tells_its_state_and_nothing_of_the_drivers_words() {
        SQLException refused = new SQLException("user reader at jdbc:postgresql://db.example/shop", "28P01");

        assertThatThrownBy(() -> spans.around("shop", "pg_class", () -> {
                    throw refused;
                }))
                .isSameAs(refused);

        SpanData span = recorded.only("SELECT pg_class");
        assertThat(text(span, "db.response.status_code")).isEqualTo("28P01");
        assertThat(text(span, "error.type")).isEqualTo("java.sql.SQLException");
        assertThat(span.toString()).doesNotContain("reader");
    }
}
