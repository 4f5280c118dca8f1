package io.outputport.provisioner.hasura;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.descriptor.model.HiddenTags;
import io.outputport.provisioner.descriptor.source.SourceRules;
import io.outputport.provisioner.descriptor.source.SourceTechnology;
import io.outputport.provisioner.hasura.access.Settlement;
import io.outputport.provisioner.hasura.descriptor.HasuraNotation;
import io.outputport.provisioner.hasura.plan.wanted.PlainDialect;
import io.outputport.provisioner.hasura.plan.wanted.WantedPorts;
import io.outputport.provisioner.hasura.remote.Remote;
import io.outputport.provisioner.hasura.remote.SourceRemoval;
import io.outputport.provisioner.hasura.remote.Systems;
import io.outputport.provisioner.hasura.remote.TrackedTables;
import io.outputport.provisioner.hasura.reverse.HasuraReverse;
import io.outputport.provisioner.hasura.source.Sources;
import io.outputport.provisioner.hasura.wave.WriteChoice;
import io.outputport.provisioner.hasura.wave.WritePolicy;
import io.outputport.provisioner.hasura.wave.cost.WriteCosts;
import io.outputport.provisioner.port.DriftSearch;
import io.outputport.provisioner.port.PortTechnology;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The technology over systems that a test says. */
public final class HasuraBuilder {
    private final List<SourceTechnology> sources;
    private final Systems systems;
    private SourceRules rules = SourceRules.NONE;
    private HiddenTags hiddenTags = HiddenTags.NONE;
    private Optional<URI> endpoint = Optional.empty();
    private Optional<URI> console = Optional.empty();
    private Supplier<Outcome<DriftSearch>> drift = HasuraBuilder::notAsked;
    private SourceRemoval emptySources = new NoEmptySources();
    private TrackedTables tracked = new NothingTracked();

    private HasuraBuilder(List<SourceTechnology> sources, List<Remote> remotes) {
        this.sources = sources;
        this.systems = new Systems(remotes);
    }

    public static HasuraBuilder over(List<SourceTechnology> sources, Remote... remotes) {
        return new HasuraBuilder(sources, List.of(remotes));
    }

    public HasuraBuilder allowing(SourceRules only) {
        rules = only;
        return this;
    }

    public HasuraBuilder hiding(HiddenTags tags) {
        hiddenTags = tags;
        return this;
    }

    public HasuraBuilder linkedTo(Optional<URI> graphql, Optional<URI> ownConsole) {
        endpoint = graphql;
        console = ownConsole;
        return this;
    }

    public HasuraBuilder watching(Supplier<Outcome<DriftSearch>> search, SourceRemoval removal) {
        drift = search;
        emptySources = removal;
        return this;
    }

    public HasuraBuilder tracking(TrackedTables tables) {
        tracked = tables;
        return this;
    }

    public PortTechnology build() {
        WantedPorts wanted = new WantedPorts(new WantedPorts.Options(false, hiddenTags));
        return new HasuraTechnology(
                new HasuraNotation(sources, rules),
                new Sources(sources, List.of(new PlainDialect()), wanted, () -> true, rules),
                systems,
                new Settlement(systems, (role, streams) -> Outcome.done(Optional.empty()), false),
                new WriteChoice(WritePolicy.REPLACE, () -> WriteCosts.NOTHING_LEARNED),
                new HasuraPortInfo(endpoint, console),
                new HasuraTechnology.Upkeep(
                        drift,
                        emptySources,
                        new HasuraReverse(sources, List.of(new PlainDialect()), tracked),
                        component -> Outcome.done(Optional.empty()),
                        () -> {}));
    }

    private static <T> Outcome<T> notAsked() {
        return Outcome.later(Duration.ofSeconds(1), Problem.of(new ProblemCode("down"), "Nobody is there."));
    }

    private static final class NoEmptySources implements SourceRemoval {
        @Override
        public Outcome<List<String>> empty() {
            return Outcome.done(List.of());
        }

        @Override
        public Outcome<List<String>> remove(Set<String> names) {
            return Outcome.done(List.of());
        }
    }

    private static final class NothingTracked implements TrackedTables {
        @Override
        public Outcome<io.outputport.provisioner.hasura.plan.entry.ActualMetadata> metadata() {
            return notAsked();
        }

        @Override
        public Outcome<io.outputport.provisioner.hasura.drift.UnservedTables> unserved() {
            return notAsked();
        }
    }
}
