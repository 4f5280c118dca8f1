package io.outputport.provisioner.flow.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.flow.watch.report.DriftReports;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.reconcile.SourceRemoval;
import io.outputport.provisioner.reconcile.TrackedTables;
import io.outputport.provisioner.register.PortWatch;
import io.outputport.provisioner.task.TaskQueue;
import io.outputport.provisioner.task.life.OpenWork;
import io.outputport.provisioner.task.life.Recurring;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

@Factory
final class WatchFactory {
    @Context
    DriftSettings settings(Settings settings) {
        return DriftSettings.from(settings);
    }

    @Singleton
    DriftReports reports(MeterRegistry metrics) {
        return new DriftReports(metrics);
    }

    /** The queue is asked for late: it runs the check, so it cannot be there before. */
    @Singleton
    DriftWorld world(
            PortWatch watch, TrackedTables tracked, List<HasuraDialect> dialects, BeanProvider<OpenWork> openWork) {
        return new DriftWorld(watch, tracked, dialects, () -> openWork.get().components());
    }

    @Singleton
    DriftCheck.Watchers watchers(
            PortWatch watch, Reconciler reconciler, SourceRemoval sources, BeanProvider<TaskQueue> queue, Clock clock) {
        DriftLog log = new DriftLog();
        PortJudge judge = new PortJudge(watch, log);
        Repairs repairs = new Repairs(judge, submission -> queue.get().submit(submission), log);
        return new DriftCheck.Watchers(
                new RoleLook(reconciler, clock, log), judge, repairs, new EmptySourceWatch(sources, log), log);
    }

    @Singleton
    Recurring driftCheck(
            DriftSettings settings, DriftWorld world, DriftCheck.Watchers watchers, DriftReports reports, Clock clock) {
        return new DriftCheck(settings, world, watchers, reports, clock);
    }
}
