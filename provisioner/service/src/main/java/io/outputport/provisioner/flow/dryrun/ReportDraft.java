package io.outputport.provisioner.flow.dryrun;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.flow.dryrun.PlanReport.Change;
import io.outputport.provisioner.flow.dryrun.PlanReport.Changes;
import io.outputport.provisioner.flow.dryrun.PlanReport.Hidden;
import io.outputport.provisioner.flow.dryrun.PlanReport.Schema;
import io.outputport.provisioner.flow.order.FlowProblems;
import io.outputport.provisioner.flow.source.FoundSource;
import io.outputport.provisioner.flow.source.Placement;
import io.outputport.provisioner.flow.source.Sources;
import io.outputport.provisioner.hasura.plan.ProvisionPlan;
import io.outputport.provisioner.hasura.plan.forecast.Forecast;
import io.outputport.provisioner.hasura.plan.forecast.PlannedStep;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.preview.SchemaPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A report as it is gathered: what one system does not tell does not keep the others from being asked. */
final class ReportDraft {
    private final OutputPortDescriptor descriptor;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notices = new ArrayList<>();
    private final List<Problem> advice = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private Optional<Changes> changes = Optional.empty();
    private Optional<Schema> schema = Optional.empty();

    ReportDraft(OutputPortDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    /** What was found; what was not is noticed. */
    <T> Optional<T> noticing(Outcome<T> outcome) {
        return outcome.match(
                Optional::of,
                (after, problem) -> {
                    notices.add(problem);
                    return Optional.empty();
                },
                found -> {
                    notices.addAll(found);
                    return Optional.empty();
                });
    }

    void source(Sources.Finding found) {
        notices.addAll(found.differences());
        advice.addAll(found.advice());
        remarks.addAll(new FoundSource(descriptor.table(), found.wanted()).place());
        schema(found, found.wanted());
    }

    /** @param wanted under the names that its consumers will know */
    void schema(Sources.Finding found, WantedPort wanted) {
        List<Hidden> hidden = found.hidden().stream()
                .map(column -> new Hidden(column.name(), column.reason()))
                .toList();
        FoundSource source = new FoundSource(descriptor.table(), wanted);
        schema = SchemaPreview.of(wanted, found.facts())
                .map(preview -> new Schema(
                        preview.sdl(), preview.exampleQuery(), wanted.offeredNames(), hidden, source.renamed()));
    }

    void taken(List<Problem> others) {
        problems.addAll(Placement.in(descriptor).of(others));
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    ReportDraft notice(Problem problem) {
        notices.add(problem);
        return this;
    }

    /** Names that others hold are found twice, here and beforehand. */
    ReportDraft refused(List<Problem> found) {
        Placement.in(descriptor).of(found).stream()
                .filter(problem -> !problems.contains(problem))
                .forEach(problems::add);
        return this;
    }

    ReportDraft changes(ProvisionPlan plan, Forecast forecast) {
        remarks.addAll(plan.plan().warnings());
        changes = Optional.of(new Changes(
                forecast.steps().stream().map(ReportDraft::change).toList(),
                forecast.columnsLost(),
                forecast.schemaBuilds()));
        return this;
    }

    private static Change change(PlannedStep step) {
        return new Change(
                step.phase(),
                step.action().name().toLowerCase(Locale.ROOT),
                step.description(),
                step.before(),
                step.after());
    }

    /** @param why empty where the operator wants nobody asked */
    PlanReport notAsked(String why) {
        String sentence =
                why.isEmpty() ? "Source, Hasura and role mapper were not asked, since VALIDATE_BUDGET is 0." : why;
        return notice(Problem.of(FlowProblems.NOT_CHECKED, sentence)).report();
    }

    PlanReport report() {
        return new PlanReport(descriptor.port().id().value(), problems, notices, advice, remarks, changes, schema);
    }
}
