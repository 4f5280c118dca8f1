package io.outputport.provisioner.hasura;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.descriptor.source.SourceRules;
import io.outputport.provisioner.descriptor.source.SourceTechnology;
import io.outputport.provisioner.hasura.access.RootFieldWatch;
import io.outputport.provisioner.hasura.access.Settlement;
import io.outputport.provisioner.hasura.descriptor.HasuraNotation;
import io.outputport.provisioner.hasura.descriptor.SourceRulesSetting;
import io.outputport.provisioner.hasura.drift.MetadataDrift;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.hasura.plan.wanted.WantedPorts;
import io.outputport.provisioner.hasura.remote.ArrayTypes;
import io.outputport.provisioner.hasura.remote.Remote;
import io.outputport.provisioner.hasura.remote.SourceRemoval;
import io.outputport.provisioner.hasura.remote.Systems;
import io.outputport.provisioner.hasura.remote.TrackedTables;
import io.outputport.provisioner.hasura.remote.Visibility;
import io.outputport.provisioner.hasura.reverse.HasuraReverse;
import io.outputport.provisioner.hasura.source.Sources;
import io.outputport.provisioner.hasura.watch.EmptySourceWatch;
import io.outputport.provisioner.hasura.watch.HasuraDrift;
import io.outputport.provisioner.hasura.watch.RoleLook;
import io.outputport.provisioner.hasura.wave.WriteChoice;
import io.outputport.provisioner.hasura.wave.writer.WaveWriter;
import io.outputport.provisioner.port.PortTechnology;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.KnownPorts;
import io.outputport.provisioner.register.PortRegister;
import io.outputport.provisioner.task.life.Recurring;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the technology together; to the rest of the service it is the one bean that this package has. */
@Factory
final class HasuraTechnologyFactory {
    private static final Logger LOG = LoggerFactory.getLogger(HasuraTechnologyFactory.class);

    @Context
    HasuraPortSettings portSettings(Settings settings) {
        return HasuraPortSettings.from(settings);
    }

    @Context
    SourceRules sourceRules(Settings settings, List<SourceTechnology> sources) {
        SourceRules rules = SourceRulesSetting.read(settings, sources);
        if (rules.rules().isEmpty()) {
            LOG.warn(
                    "SOURCE_RULES is not set: every data product may publish every schema that this provisioner can read.");
        }
        return rules;
    }

    @Singleton
    Systems systems(List<Remote> remotes) {
        return new Systems(remotes);
    }

    @Singleton
    Sources sources(
            List<SourceTechnology> technologies,
            List<HasuraDialect> dialects,
            HasuraPortSettings settings,
            ArrayTypes arrays,
            SourceRules rules) {
        WantedPorts.Options options = new WantedPorts.Options(settings.subscriptions(), settings.hiddenColumnTags());
        return new Sources(technologies, dialects, new WantedPorts(options), arrays, rules);
    }

    @Singleton
    Settlement settlement(Systems systems, Visibility visibility, HasuraPortSettings settings) {
        return new Settlement(systems, visibility, settings.subscriptions());
    }

    @Singleton
    Recurring rootFieldWatch(
            Settlement settlement, Systems systems, PortRegister register, AccessLedger ledger, Clock clock) {
        return new RootFieldWatch(settlement, systems, new KnownPorts(register, ledger), clock);
    }

    @Singleton
    HasuraTechnology.Upkeep upkeep(
            Systems systems,
            TrackedTables tracked,
            List<HasuraDialect> dialects,
            List<SourceTechnology> sources,
            SourceRemoval emptySources,
            Waves waves,
            WaveWriter writer,
            Clock clock) {
        RoleLook roles = new RoleLook(systems, clock);
        EmptySourceWatch watch = new EmptySourceWatch(emptySources);
        return new HasuraTechnology.Upkeep(
                () -> tracked.metadata()
                        .then(metadata -> tracked.unserved()
                                .map(unserved -> new HasuraDrift(
                                        new MetadataDrift(metadata, unserved, dialects), roles, watch))),
                emptySources,
                new HasuraReverse(sources, dialects, tracked),
                waves::continued,
                writer::stop);
    }

    /** The first, so that a port which nobody knows the kind of is one of Hasura's, as those of earlier versions are. */
    @Singleton
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Bean(typed = PortTechnology.class)
    PortTechnology technology(
            List<SourceTechnology> technologies,
            SourceRules rules,
            Sources sources,
            Systems systems,
            Settlement settlement,
            WriteChoice writes,
            HasuraPortSettings settings,
            HasuraTechnology.Upkeep upkeep) {
        return new HasuraTechnology(
                new HasuraNotation(technologies, rules),
                sources,
                systems,
                settlement,
                writes,
                new HasuraPortInfo(settings.endpoint(), settings.console()),
                upkeep);
    }
}
