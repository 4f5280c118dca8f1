package io.outputport.provisioner.flow;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.opentelemetry.api.OpenTelemetry;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.descriptor.subject.PortNotation;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import io.outputport.provisioner.flow.access.Access;
import io.outputport.provisioner.flow.access.AccessThreads;
import io.outputport.provisioner.flow.access.LockedIdentities;
import io.outputport.provisioner.flow.access.Revocation;
import io.outputport.provisioner.flow.access.Revocations;
import io.outputport.provisioner.flow.admission.Admission;
import io.outputport.provisioner.flow.admission.DescriptorAdmission;
import io.outputport.provisioner.flow.admission.ReverseAdmission;
import io.outputport.provisioner.flow.dryrun.DryRun;
import io.outputport.provisioner.flow.order.LargestDescriptor;
import io.outputport.provisioner.flow.ports.PortList;
import io.outputport.provisioner.flow.validation.Budget;
import io.outputport.provisioner.flow.validation.TreeCapacity;
import io.outputport.provisioner.flow.validation.Validate;
import io.outputport.provisioner.flow.validation.ValidateLater;
import io.outputport.provisioner.flow.watch.DriftSettings;
import io.outputport.provisioner.flow.watch.report.DriftReports;
import io.outputport.provisioner.measure.StepMeter;
import io.outputport.provisioner.measure.ValidationMeter;
import io.outputport.provisioner.memory.TextCost;
import io.outputport.provisioner.memory.WorkingMemory;
import io.outputport.provisioner.port.PortTechnology;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.reconcile.Technologies;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.PortRegister;
import io.outputport.provisioner.register.PortWatch;
import io.outputport.provisioner.task.TaskHandler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The table of contents: which operation is made of what. */
@Factory
final class FlowFactory {
    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final Duration CATCH_UP = Duration.ofSeconds(10);

    @Context
    FlowSettings settings(Settings settings) {
        return FlowSettings.from(settings);
    }

    /** In the order of their beans: Hasura is the first where it is switched on. */
    @Singleton
    Technologies technologies(List<PortTechnology> all) {
        return new Technologies(all);
    }

    @Context
    DescriptorCheck descriptorCheck(
            Settings settings,
            Technologies technologies,
            TextCost cost,
            @Named(WorkingMemory.TREES) WorkingMemory trees) {
        return new DescriptorCheck(
                limits(settings).withValues(cost.values()),
                environment(settings),
                technologies.notations(),
                new TreeCapacity(trees));
    }

    static DescriptorCheck check(Settings settings, List<PortNotation> notations) {
        return new DescriptorCheck(limits(settings), environment(settings), notations);
    }

    /** That of the descriptors which are taken; empty for any. */
    private static Optional<String> environment(Settings settings) {
        return settings.text("ENVIRONMENT");
    }

    private static DescriptorLimits limits(Settings settings) {
        return DescriptorLimits.ofBytes(LargestDescriptor.bytes(settings));
    }

    @Singleton
    Reconciler reconciler(OpenTelemetry telemetry, StepMeter meter) {
        return new Reconciler(telemetry, meter);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Budget budget(FlowSettings settings) {
        return new Budget(settings.validateBudget());
    }

    @Singleton
    Validate validate(DescriptorCheck check, Technologies technologies, Budget budget, FlowSettings settings) {
        return new Validate(check, technologies, budget, settings.validateStrict());
    }

    @Singleton
    DryRun dryRun(DescriptorCheck check, Technologies technologies, Access access, Budget budget) {
        return new DryRun(check, technologies, access, budget);
    }

    @Singleton
    Admission admission(DescriptorCheck check, Validate validate, ValidationMeter meter) {
        return new DescriptorAdmission(check, validate, meter);
    }

    @Singleton
    TaskHandler validateLater(Validate validate, ValidationMeter meter) {
        return new ValidateLater(validate, meter);
    }

    @Singleton
    ReverseAdmission reverseAdmission(Settings settings, Technologies technologies) {
        return new ReverseAdmission(environment(settings), technologies);
    }

    @Singleton
    TaskHandler reverseProvision(Technologies technologies) {
        return new ReverseProvision(technologies);
    }

    @Context
    LockedIdentities lockedIdentities(Settings settings) {
        return LockedIdentities.from(settings);
    }

    @Singleton
    Access access(PortRegister register, AccessLedger ledger, LockedIdentities locked, Clock clock) {
        return new Access(register, ledger, locked, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    AccessThreads beside() {
        return new AccessThreads();
    }

    @Context
    Revocation revocation(
            DescriptorCheck check,
            Technologies technologies,
            Reconciler reconciler,
            Access access,
            AccessLedger ledger,
            AccessThreads beside) {
        Revocations revocations = new Revocations(check, technologies, reconciler, access, ledger, beside);
        beside.every(SWEEP, revocations::sweep);
        beside.every(CATCH_UP, revocations::catchUp);
        return revocations;
    }

    @Singleton
    PortList ports(
            PortWatch watch, DriftReports reports, Technologies technologies, DriftSettings settings, Clock clock) {
        return new PortList(watch, reports, technologies, settings, clock);
    }

    @Singleton
    Provision provision(DescriptorCheck check, Technologies technologies, Reconciler reconciler, Access access) {
        return new Provision(check, technologies, reconciler, access);
    }

    @Singleton
    TaskHandler repair(Provision provision, Access access) {
        return new Repair(provision, access);
    }

    @Singleton
    TaskHandler unprovision(DescriptorCheck check, Technologies technologies, Reconciler reconciler, Access access) {
        return new Unprovision(check, technologies, reconciler, access);
    }

    @Singleton
    TaskHandler updateAcl(DescriptorCheck check, Technologies technologies, Reconciler reconciler, Access access) {
        return new UpdateAcl(check, technologies, reconciler, access);
    }
}
