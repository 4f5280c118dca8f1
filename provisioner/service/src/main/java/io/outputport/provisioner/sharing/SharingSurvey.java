package io.outputport.provisioner.sharing;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.port.PortSurvey;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.ConsumerView;
import io.outputport.provisioner.port.plan.Forecast;
import io.outputport.provisioner.sharing.descriptor.SharingDescriptor;
import io.outputport.provisioner.sharing.plan.PortShares;
import io.outputport.provisioner.sharing.plan.ShareForecast;
import io.outputport.provisioner.sharing.plan.SharePlans;
import io.outputport.provisioner.sharing.plan.SharePlans.Provisioning;
import io.outputport.provisioner.sharing.plan.WantedShare;
import io.outputport.provisioner.sharing.table.ContractFit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the sharing server says of a port that is wanted.
 *
 * @param tables as they lie in their storages
 * @param shares under the names that the port has or wants
 */
record SharingSurvey(
        SharingDescriptor descriptor, Outcome<ContractFit> tables, Outcome<PortShares> shares, Advice words)
        implements PortSurvey {
    @Override
    public List<Problem> taken() {
        return answer(shares)
                .flatMap(there -> SharePlans.taken(WantedShare.of(descriptor), there))
                .map(this::placed)
                .stream()
                .toList();
    }

    private Problem placed(Problem problem) {
        return placed(descriptor, problem);
    }

    static Problem placed(SharingDescriptor descriptor, Problem problem) {
        return problem.code().equals(SharePlans.TAKEN)
                ? problem.at(descriptor.share().path(), descriptor.share().position())
                : problem;
    }

    @Override
    public List<Problem> notices() {
        Stream<Problem> different = answer(tables).stream().flatMap(fit -> fit.problems().stream());
        return Stream.of(problems(tables), different, problems(shares))
                .flatMap(some -> some)
                .distinct()
                .toList();
    }

    @Override
    public List<Problem> advice() {
        return words.of(descriptor);
    }

    @Override
    public List<String> remarks() {
        return answer(tables).map(words::remarks).orElseGet(List::of);
    }

    @Override
    public Optional<ConsumerView> view() {
        return answer(tables)
                .filter(fit -> fit.refusals().isEmpty())
                .map(fit -> new SharedView(descriptor, fit).view());
    }

    @Override
    public Optional<Outcome<Forecast>> forecast(Standing standing) {
        return answer(tables).flatMap(fit -> answer(shares).map(there -> forecast(fit, there, standing)));
    }

    private Outcome<Forecast> forecast(ContractFit fit, PortShares there, Standing standing) {
        List<Problem> problems = fit.problems();
        return problems.isEmpty()
                ? SharePlans.provision(WantedShare.of(descriptor), there, standing)
                        .map(plan -> forecast(plan, there, standing))
                        .match(
                                Outcome::done,
                                Outcome::later,
                                some -> Outcome.stopped(
                                        some.stream().map(this::placed).toList()))
                : Outcome.stopped(problems);
    }

    private Forecast forecast(Provisioning plan, PortShares there, Standing standing) {
        ShareForecast forecast = new ShareForecast(there, standing);
        return new Forecast(
                plan.plan().steps().stream().map(forecast::of).toList(),
                List.of(),
                Optional.empty(),
                plan.plan().warnings(),
                view());
    }

    private static <T> Optional<T> answer(Outcome<T> outcome) {
        return outcome.match(Optional::of, (after, problem) -> Optional.empty(), problems -> Optional.empty());
    }

    private static Stream<Problem> problems(Outcome<?> outcome) {
        return outcome.match(done -> Stream.empty(), (after, problem) -> Stream.of(problem), List::stream);
    }
}
