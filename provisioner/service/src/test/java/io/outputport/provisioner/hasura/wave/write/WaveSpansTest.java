package io.outputport.provisioner.hasura.wave.write;

import static io.outputport.foundation.trace.RecordedSpans.links;
import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.foundation.trace.RecordedSpans;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder;
import io.outputport.provisioner.hasura.plan.wanted.PlainDialect;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.wave.entry.ChangeJson;
import io.outputport.provisioner.hasura.wave.entry.Claimed;
import io.outputport.provisioner.hasura.wave.entry.EntryStore;
import io.outputport.provisioner.hasura.wave.entry.WriteVerdict;
import io.outputport.provisioner.hasura.wave.entry.WriterEntries;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.task.store.TaskDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which write served which task, seen from both sides. */
class WaveSpansTest {
    private final RecordedSpans recorded = new RecordedSpans();
    private final WaveSpans spans = new WaveSpans(recorded.telemetry());
    private final OpenDatabase database = TaskDatabase.open(
            TaskDatabase.settings(Settings.of(Map.of(
                    "TASK_DB_URL",
                    "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=0",
                    "TASK_DB_IN_MEMORY",
                    "true"))),
            2);
    private final EntryStore entries = new EntryStore(database.database(), new ChangeJson(List.of(new PlainDialect())));
    private final WriterEntries writer =
            new WriterEntries(database.database(), new ChangeJson(List.of(new PlainDialect())));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_wave_of_one_is_a_part_of_its_tasks_trace() {
        put("task one", aPort().named("one"));

        write();

        SpanData wave = recorded.only("wave");
        assertThat(wave.getParentSpanId()).isEqualTo(recorded.only("task one").getSpanId());
        assertThat(links(wave)).isEmpty();
    }

    @Test
    void a_wave_of_several_is_linked_to_each_of_them_and_they_to_it() {
        MetadataChange one = put("task one", aPort().named("one"));
        put("task two", aPort().named("two"));

        write();
        recorded.within("task goes on", () -> entries.takeVerdict(one));

        SpanData wave = recorded.only("wave");
        assertThat(wave.getParentSpanContext().isValid()).isFalse();
        assertThat(links(wave))
                .containsExactly(
                        recorded.only("task one").getSpanId(),
                        recorded.only("task two").getSpanId());
        assertThat(wave.getAttributes().get(AttributeKey.longKey("provisioner.wave.ports")))
                .isEqualTo(2);
        assertThat(links(recorded.only("task goes on"))).containsExactly(wave.getSpanId());
    }

    private MetadataChange put(String task, WantedPortBuilder port) {
        WantedPort wanted = port.build();
        MetadataChange change = new MetadataChange(wanted.identity(), port.role(), Optional.of(wanted));
        return recorded.within(task, () -> {
            entries.put(change, Optional.empty());
            return change;
        });
    }

    private void write() {
        List<Claimed> wave = writer.claim("me", 10);
        WriteVerdict done = new WriteVerdict(Outcome.done(Change.CHANGED), List.of());
        spans.around(wave, () -> wave.forEach(entry -> writer.settle("me", entry, done)));
    }
}
