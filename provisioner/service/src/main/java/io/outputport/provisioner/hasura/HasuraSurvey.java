package io.outputport.provisioner.hasura;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.hasura.descriptor.HasuraDescriptor;
import io.outputport.provisioner.hasura.descriptor.Placement;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.ConsumerNames;
import io.outputport.provisioner.hasura.plan.Plans;
import io.outputport.provisioner.hasura.plan.forecast.HasuraForecast;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.plan.wanted.WantedPorts;
import io.outputport.provisioner.hasura.preview.SchemaPreview;
import io.outputport.provisioner.hasura.source.FoundSource;
import io.outputport.provisioner.hasura.source.Sources.Finding;
import io.outputport.provisioner.hasura.wave.WriteChoice;
import io.outputport.provisioner.port.PortSurvey;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.ConsumerView;
import io.outputport.provisioner.port.plan.Forecast;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the source, the role mapper and Hasura say of a port that is wanted.
 *
 * @param identity with what the register knows
 * @param source what the source makes of the descriptor
 * @param actual what role mapper and Hasura hold
 */
record HasuraSurvey(
        HasuraDescriptor descriptor,
        PortIdentity identity,
        Outcome<Finding> source,
        Outcome<Actual> actual,
        WriteChoice writes)
        implements PortSurvey {

    @Override
    public List<Problem> taken() {
        return answer(actual)
                .map(there -> answer(source)
                        .map(found -> Plans.taken(found.wanted().as(identity), there))
                        .orElseGet(() -> Plans.taken(identity, WantedPorts.names(descriptor.port()), there)))
                .map(Placement.in(descriptor)::of)
                .orElseGet(List::of);
    }

    @Override
    public List<Problem> notices() {
        Stream<Problem> different = answer(source).stream().flatMap(found -> found.differences().stream());
        return Stream.of(problems(source), different, problems(actual))
                .flatMap(some -> some)
                .toList();
    }

    @Override
    public List<Problem> advice() {
        return answer(source).map(Finding::advice).orElseGet(List::of);
    }

    @Override
    public List<String> remarks() {
        return answer(source)
                .map(found -> new FoundSource(descriptor.table(), found.wanted()).place())
                .orElseGet(List::of);
    }

    @Override
    public Optional<ConsumerView> view() {
        return answer(source).flatMap(found -> view(found, found.wanted()));
    }

    /** @param wanted under the names that its consumers will know */
    private Optional<ConsumerView> view(Finding found, WantedPort wanted) {
        List<ConsumerView.Hidden> hidden = found.hidden().stream()
                .map(column -> new ConsumerView.Hidden(column.name(), column.reason()))
                .toList();
        return SchemaPreview.of(wanted, found.facts())
                .map(preview -> new ConsumerView(
                        preview.sdl(),
                        preview.exampleQuery(),
                        wanted.identity().computedRole(),
                        wanted.offeredNames(),
                        hidden,
                        new FoundSource(descriptor.table(), wanted).renamed()));
    }

    @Override
    public Optional<Outcome<Forecast>> forecast(Standing standing) {
        return answer(source).flatMap(found -> answer(actual).map(there -> forecast(found, there, standing)));
    }

    private Outcome<Forecast> forecast(Finding found, Actual there, Standing standing) {
        WantedPort wanted = ConsumerNames.kept(descriptor.port(), found.wanted().as(identity), there, standing);
        return Placement.in(descriptor)
                .of(Plans.provision(wanted, there, standing))
                .map(plan -> HasuraForecast.of(plan, wanted, there, standing, writes::forecast, view(found, wanted)));
    }

    private static <T> Optional<T> answer(Outcome<T> outcome) {
        return outcome.match(Optional::of, (after, problem) -> Optional.empty(), problems -> Optional.empty());
    }

    private static Stream<Problem> problems(Outcome<?> outcome) {
        return outcome.match(done -> Stream.empty(), (after, problem) -> Stream.of(problem), List::stream);
    }
}
