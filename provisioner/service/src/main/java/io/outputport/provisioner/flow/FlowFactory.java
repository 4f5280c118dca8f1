package io.outputport.provisioner.flow;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.opentelemetry.api.OpenTelemetry;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.descriptor.reverse.TargetReader;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.descriptor.source.SourceNaming;
import io.outputport.provisioner.descriptor.source.SourceRules;
import io.outputport.provisioner.descriptor.source.SourceTechnology;
import io.outputport.provisioner.descriptor.subject.OperatorRules;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import io.outputport.provisioner.flow.access.Access;
import io.outputport.provisioner.flow.access.Beside;
import io.outputport.provisioner.flow.access.LockedIdentities;
import io.outputport.provisioner.flow.access.Revocation;
import io.outputport.provisioner.flow.access.Revocations;
import io.outputport.provisioner.flow.access.RootFieldWatch;
import io.outputport.provisioner.flow.access.Settlement;
import io.outputport.provisioner.flow.admission.Admission;
import io.outputport.provisioner.flow.admission.DescriptorAdmission;
import io.outputport.provisioner.flow.admission.ReverseAdmission;
import io.outputport.provisioner.flow.dryrun.DryRun;
import io.outputport.provisioner.flow.ports.PortList;
import io.outputport.provisioner.flow.source.SourceRulesSetting;
import io.outputport.provisioner.flow.source.Sources;
import io.outputport.provisioner.flow.source.TreeCapacity;
import io.outputport.provisioner.flow.validation.Budget;
import io.outputport.provisioner.flow.validation.Validate;
import io.outputport.provisioner.flow.validation.ValidateLater;
import io.outputport.provisioner.flow.watch.DriftSettings;
import io.outputport.provisioner.flow.watch.report.DriftReports;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.hasura.plan.wanted.WantedPorts;
import io.outputport.provisioner.hasura.wave.WritePolicy;
import io.outputport.provisioner.measure.StepMeter;
import io.outputport.provisioner.measure.ValidationMeter;
import io.outputport.provisioner.memory.TextCost;
import io.outputport.provisioner.memory.WorkingMemory;
import io.outputport.provisioner.reconcile.ArrayTypes;
import io.outputport.provisioner.reconcile.Awakening;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.reconcile.Remote;
import io.outputport.provisioner.reconcile.SourceRemoval;
import io.outputport.provisioner.reconcile.TrackedTables;
import io.outputport.provisioner.reconcile.Visibility;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.PortRegister;
import io.outputport.provisioner.register.PortWatch;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.life.Recurring;
import io.outputport.provisioner.task.queue.DurableQueue;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of contents: which operation is made of what. */
@Factory
final class FlowFactory {
    private static final Logger LOG = LoggerFactory.getLogger(FlowFactory.class);
    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final Duration CATCH_UP = Duration.ofSeconds(10);

    @Context
    FlowSettings settings(Settings settings) {
        return FlowSettings.from(settings);
    }

    @Context
    DescriptorCheck descriptorCheck(
            Settings settings,
            List<SourceTechnology> technologies,
            TextCost cost,
            @Named(WorkingMemory.TREES) WorkingMemory trees) {
        OperatorRules operator = operator(settings, technologies);
        if (operator.sources().rules().isEmpty()) {
            LOG.warn(
                    "SOURCE_RULES is not set: every data product may publish every schema that this provisioner can read.");
        }
        return new DescriptorCheck(
                limits(settings).withValues(cost.values()), operator, technologies, new TreeCapacity(trees));
    }

    private static SourceRules rules(Settings settings, List<? extends SourceNaming> technologies) {
        return SourceRulesSetting.read(
                settings, technologies.stream().map(SourceNaming::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static OperatorRules operator(Settings settings, List<? extends SourceNaming> technologies) {
        return new OperatorRules(settings.text("ENVIRONMENT"), rules(settings, technologies));
    }

    static DescriptorCheck check(Settings settings, List<? extends SourceNaming> technologies) {
        return new DescriptorCheck(limits(settings), operator(settings, technologies), technologies);
    }

    private static DescriptorLimits limits(Settings settings) {
        return DescriptorLimits.ofBytes(settings.number("MAX_DESCRIPTOR_SIZE", 2 << 20, 1, Integer.MAX_VALUE));
    }

    @Singleton
    Reconciler reconciler(List<Remote> remotes, OpenTelemetry telemetry, StepMeter meter) {
        return new Reconciler(remotes, telemetry, meter);
    }

    /** Asked for late, since the queue is made of the operations. */
    @Singleton
    Awakening awakening(Provider<DurableQueue> tasks) {
        return component -> tasks.get().wake(component);
    }

    @Singleton
    Sources sources(
            Settings all,
            List<SourceTechnology> technologies,
            List<HasuraDialect> dialects,
            FlowSettings settings,
            ArrayTypes arrays) {
        WantedPorts.Options options = new WantedPorts.Options(settings.subscriptions(), settings.hiddenColumnTags());
        return new Sources(technologies, dialects, new WantedPorts(options), arrays, rules(all, technologies));
    }

    @Singleton
    @Bean(preDestroy = "close")
    Budget budget(FlowSettings settings) {
        return new Budget(settings.validateBudget());
    }

    @Singleton
    Validate validate(
            DescriptorCheck check, Sources sources, Reconciler reconciler, Budget budget, FlowSettings settings) {
        return new Validate(check, sources, reconciler, budget, settings.validateStrict());
    }

    @Singleton
    DryRun.Target target(Reconciler reconciler, WritePolicy writes) {
        return new DryRun.Target(reconciler, writes);
    }

    @Singleton
    DryRun dryRun(DescriptorCheck check, Sources sources, DryRun.Target target, Access access, Budget budget) {
        return new DryRun(check, sources, target, access, budget);
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
    ReverseAdmission reverseAdmission(Settings settings, List<SourceTechnology> technologies) {
        return new ReverseAdmission(settings.text("ENVIRONMENT"), new TargetReader(technologies));
    }

    @Singleton
    TaskHandler reverseProvision(
            List<SourceTechnology> technologies, List<HasuraDialect> dialects, TrackedTables hasura) {
        return new ReverseProvision(technologies, dialects, hasura);
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
    Beside beside() {
        return new Beside();
    }

    @Context
    Revocation revocation(
            DescriptorCheck check, Reconciler reconciler, Access access, AccessLedger ledger, Beside beside) {
        Revocations revocations = new Revocations(check, reconciler, access, ledger, beside);
        beside.every(SWEEP, revocations::sweep);
        beside.every(CATCH_UP, revocations::catchUp);
        return revocations;
    }

    @Singleton
    PortList ports(PortWatch watch, DriftReports reports, SourceRemoval sources, DriftSettings settings, Clock clock) {
        return new PortList(watch, reports, sources, settings, clock);
    }

    @Singleton
    Settlement settlement(Reconciler reconciler, Visibility visibility, FlowSettings settings) {
        return new Settlement(reconciler, visibility, settings.subscriptions());
    }

    @Singleton
    Recurring rootFieldWatch(Settlement settlement, Access access, AccessLedger ledger, Clock clock) {
        return new RootFieldWatch(settlement, access, ledger, clock);
    }

    @Singleton
    Provision provision(
            DescriptorCheck check, Sources sources, Settlement settlement, Access access, FlowSettings settings) {
        return new Provision(check, sources, settlement, access, new PortInfo(settings.endpoint(), settings.console()));
    }

    @Singleton
    TaskHandler repair(Provision provision, Access access) {
        return new Repair(provision, access);
    }

    @Singleton
    TaskHandler unprovision(DescriptorCheck check, Reconciler reconciler, Access access) {
        return new Unprovision(check, reconciler, access);
    }

    @Singleton
    TaskHandler updateAcl(DescriptorCheck check, Reconciler reconciler, Access access) {
        return new UpdateAcl(check, reconciler, access);
    }
}
