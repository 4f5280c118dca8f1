package io.outputport.provisioner.hasura;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.annotation.Order;
import io.opentelemetry.api.OpenTelemetry;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.Database;
import io.outputport.foundation.transport.CallMeter;
import io.outputport.foundation.transport.Calls;
import io.outputport.provisioner.hasura.confirm.ConfirmTimeout;
import io.outputport.provisioner.hasura.confirm.Confirmation;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.HasuraSettings;
import io.outputport.provisioner.hasura.metadata.Pause;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.hasura.remote.ArrayTypes;
import io.outputport.provisioner.hasura.remote.HasuraHealth;
import io.outputport.provisioner.hasura.remote.HasuraVersion;
import io.outputport.provisioner.hasura.remote.SourceRemoval;
import io.outputport.provisioner.hasura.wave.WriteChoice;
import io.outputport.provisioner.hasura.wave.aftermath.Aftermath;
import io.outputport.provisioner.hasura.wave.aftermath.BrokenNeighbours;
import io.outputport.provisioner.hasura.wave.cost.CostLedger;
import io.outputport.provisioner.hasura.wave.entry.ChangeJson;
import io.outputport.provisioner.hasura.wave.entry.EntryStore;
import io.outputport.provisioner.hasura.wave.entry.WriterEntries;
import io.outputport.provisioner.hasura.wave.entry.WriterLease;
import io.outputport.provisioner.hasura.wave.write.BuildWatch;
import io.outputport.provisioner.hasura.wave.write.Settling;
import io.outputport.provisioner.hasura.wave.write.WaveJudgement;
import io.outputport.provisioner.hasura.wave.write.WaveSpans;
import io.outputport.provisioner.hasura.wave.write.WaveWrite;
import io.outputport.provisioner.hasura.wave.writer.Debounce;
import io.outputport.provisioner.hasura.wave.writer.WaveTurn;
import io.outputport.provisioner.hasura.wave.writer.WaveWriter;
import io.outputport.provisioner.measure.Dependency;
import io.outputport.provisioner.measure.WaveMeter;
import io.outputport.provisioner.task.queue.DurableQueue;
import io.outputport.provisioner.task.run.TaskSettings;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Puts Hasura's side together: one client, one writer. */
@Factory
final class HasuraFactory {
    @Context
    HasuraSettings settings(Settings settings) {
        return HasuraSettings.from(settings);
    }

    @Singleton
    HasuraClient client(HasuraSettings settings, Calls calls, CallMeter meter) {
        return new HasuraClient(settings, calls.countedAs(HasuraHealth.SYSTEM, meter));
    }

    @Singleton
    SourceRemoval emptySources(HasuraClient client, List<HasuraDialect> dialects) {
        return new EmptySourceRemoval(client, dialects);
    }

    @Singleton
    Dependency health(HasuraClient client) {
        return new HasuraHealth(client);
    }

    @Singleton
    ArrayTypes arrayTypes(HasuraClient client, Clock clock) {
        return new HasuraVersion(client, clock);
    }

    @Singleton
    CostLedger costs(Database database) {
        return new CostLedger(database);
    }

    @Singleton
    WriteChoice choice(HasuraSettings settings, CostLedger costs) {
        return new WriteChoice(settings.write(), costs::costs);
    }

    @Singleton
    WaveWrite.Ways ways(WriteChoice choice, WaveMeter meter, CostLedger costs) {
        return new WaveWrite.Ways(choice, Pause::sleep, RandomGenerator.getDefault(), meter, costs);
    }

    @Singleton
    EntryStore entries(Database database, List<HasuraDialect> dialects) {
        return new EntryStore(database, new ChangeJson(dialects));
    }

    @Singleton
    WriterEntries writerEntries(Database database, List<HasuraDialect> dialects) {
        return new WriterEntries(database, new ChangeJson(dialects));
    }

    @Singleton
    WriterLease lease(Database database, Supplier<UUID> ids) {
        return new WriterLease(database, ids.get().toString());
    }

    @Singleton
    BuildWatch builds(HasuraClient client, HasuraSettings settings) {
        return new BuildWatch(client, settings.writeTimeout(), Pause::sleep);
    }

    @Singleton
    WaveWrite write(
            HasuraClient client,
            WriterEntries entries,
            BrokenNeighbours neighbours,
            BuildWatch builds,
            WaveWrite.Ways ways) {
        WaveJudgement judgement = new WaveJudgement(client, neighbours, builds, Pause::sleep);
        return new WaveWrite(client, entries, judgement, builds, ways);
    }

    @Singleton
    BrokenNeighbours neighbours(HasuraClient client, Clock clock) {
        return new BrokenNeighbours(client, clock, work -> {
            Thread thread = new Thread(work, "hasura-neighbours");
            thread.setDaemon(true);
            thread.start();
        });
    }

    @Singleton
    WaveTurn turn(WaveWrite write, WriterEntries entries, WriterLease lease, Provider<DurableQueue> tasks) {
        return new WaveTurn(
                write,
                () -> new Settling(
                        entries, lease.holder(), component -> tasks.get().wake(component)));
    }

    @Singleton
    WaveWriter.Work work(
            WaveTurn turn, BrokenNeighbours neighbours, Clock clock, Settings settings, OpenTelemetry telemetry) {
        WaveSpans spans = new WaveSpans(telemetry);
        Duration grace = TaskSettings.shutdownGrace(settings);
        return new WaveWriter.Work(
                wave -> spans.around(wave, () -> turn.carryOut(wave)),
                neighbours,
                new Debounce(Pause::sleep),
                clock,
                grace);
    }

    /** The queue is asked for late: it is made of the operations, and those of this. */
    @Singleton
    @Bean(preDestroy = "stop")
    WaveWriter writer(WriterEntries entries, WriterLease lease, Provider<DurableQueue> tasks, WaveWriter.Work work) {
        return new WaveWriter(entries, lease, component -> tasks.get().wake(component), work);
    }

    @Singleton
    Confirmation confirmation(HasuraClient client, HasuraSettings settings, Clock clock) {
        return new Confirmation(client, new ConfirmTimeout(settings.confirmTimeout(), clock), Pause::sleep);
    }

    @Singleton
    Waves waves(EntryStore entries, HasuraClient client, Confirmation confirmation, WaveWriter writer) {
        return new Waves(entries, client, new Aftermath(client), confirmation, writer::signal);
    }

    /** After the role mapper: who owns the role is known before a whole metadata document is read. */
    @Singleton
    @Order(2)
    Hasura hasura(HasuraClient client, Waves waves, Confirmation confirmation) {
        return new Hasura(client, waves, confirmation);
    }
}
