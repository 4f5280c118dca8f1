package io.outputport.provisioner.flow.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.flow.watch.report.DriftReports;
import io.outputport.provisioner.reconcile.Technologies;
import io.outputport.provisioner.register.PortWatch;
import io.outputport.provisioner.task.TaskQueue;
import io.outputport.provisioner.task.life.OpenWork;
import io.outputport.provisioner.task.life.Recurring;
import jakarta.inject.Singleton;
import java.time.Clock;

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
    DriftWorld world(PortWatch watch, BeanProvider<OpenWork> openWork) {
        return new DriftWorld(watch, () -> openWork.get().components());
    }

    @Singleton
    DriftCheck.Watchers watchers(PortWatch watch, Technologies technologies, BeanProvider<TaskQueue> queue) {
        DriftLog log = new DriftLog(technologies);
        PortJudge judge = new PortJudge(watch, log);
        Repairs repairs = new Repairs(judge, submission -> queue.get().submit(submission), log);
        return new DriftCheck.Watchers(judge, repairs, log);
    }

    @Singleton
    Recurring driftCheck(
            DriftSettings settings,
            DriftWorld world,
            Technologies technologies,
            DriftCheck.Watchers watchers,
            DriftReports reports,
            Clock clock) {
        return new DriftCheck(settings, world, technologies, watchers, reports, clock);
    }
}
