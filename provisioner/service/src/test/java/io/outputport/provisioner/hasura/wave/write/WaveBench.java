package io.outputport.provisioner.hasura.wave.write;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.HasuraStandIn;
import io.outputport.provisioner.hasura.metadata.Pause;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.wanted.PlainDialect;
import io.outputport.provisioner.hasura.wave.WriteChoice;
import io.outputport.provisioner.hasura.wave.WritePolicy;
import io.outputport.provisioner.hasura.wave.aftermath.BrokenNeighbours;
import io.outputport.provisioner.hasura.wave.cost.CostLedger;
import io.outputport.provisioner.hasura.wave.entry.ChangeJson;
import io.outputport.provisioner.hasura.wave.entry.EntryStore;
import io.outputport.provisioner.hasura.wave.entry.WriteVerdict;
import io.outputport.provisioner.hasura.wave.entry.WriterEntries;
import io.outputport.provisioner.hasura.wave.writer.WaveTurn;
import io.outputport.provisioner.measure.WaveMeter;
import io.outputport.provisioner.task.store.TaskDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;

/** A writer over a database in memory, wave by wave as the test says. */
public final class WaveBench implements AutoCloseable {
    static final String WRITER = "writer";

    private final HasuraStandIn hasura;
    private final Duration writeTimeout;
    private final OpenDatabase database;
    private final EntryStore entries;
    private final WriterEntries writer;
    private final CostLedger costs;
    private final List<String> woken = new ArrayList<>();
    private WritePolicy policy = WritePolicy.REPLACE;
    private Pause pause = length -> true;
    private Executor beside = Runnable::run;

    public WaveBench(HasuraStandIn hasura, Duration writeTimeout) {
        this.hasura = hasura;
        this.writeTimeout = writeTimeout;
        database = TaskDatabase.open(
                TaskDatabase.settings(Settings.of(Map.of(
                        "TASK_DB_URL",
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=0",
                        "TASK_DB_IN_MEMORY",
                        "true"))),
                3);
        ChangeJson changes = new ChangeJson(List.of(new PlainDialect()));
        entries = new EntryStore(database.database(), changes);
        writer = new WriterEntries(database.database(), changes);
        costs = new CostLedger(database.database());
    }

    public WaveBench pausing(Pause other) {
        pause = other;
        return this;
    }

    public WaveBench reloadingBy(Executor other) {
        beside = other;
        return this;
    }

    WaveBench writing(WritePolicy other) {
        policy = other;
        return this;
    }

    public EntryStore entries() {
        return entries;
    }

    public WriterEntries writer() {
        return writer;
    }

    List<String> woken() {
        return woken;
    }

    /** All of them as one wave, in this order. */
    public void carryOut(MetadataChange... changes) {
        for (MetadataChange change : changes) {
            entries.put(change, Optional.empty());
        }
        wave();
    }

    /** Whatever waits. */
    public void wave() {
        turn(WRITER).carryOut(writer.claim(WRITER, 1000));
    }

    WaveTurn turn(String writer) {
        HasuraClient client = hasura.client(writeTimeout);
        BuildWatch builds = new BuildWatch(client, writeTimeout.plusSeconds(2), pause);
        WaveJudgement judgement =
                new WaveJudgement(client, new BrokenNeighbours(client, Clock.systemUTC(), beside), builds, pause);
        WaveWrite.Ways ways =
                new WaveWrite.Ways(new WriteChoice(policy, costs::costs), pause, new Random(4), WaveMeter.NONE, costs);
        return new WaveTurn(
                new WaveWrite(client, this.writer, judgement, builds, ways),
                () -> new Settling(this.writer, writer, woken::add));
    }

    public Optional<WriteVerdict> verdict(MetadataChange change) {
        return entries.takeVerdict(change);
    }

    @Override
    public void close() {
        database.close();
    }
}
