package io.outputport.provisioner.flow.dryrun;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.flow.dryrun.PlanReport.Changes;
import io.outputport.provisioner.flow.order.FlowProblems;
import io.outputport.provisioner.port.PortSurvey;
import io.outputport.provisioner.port.plan.ConsumerView;
import io.outputport.provisioner.port.plan.Forecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report as it is gathered: what one system does not tell does not keep the others from being asked. */
final class ReportDraft {
    private final String component;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notices = new ArrayList<>();
    private final List<Problem> advice = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private Optional<String> technology = Optional.empty();
    private Optional<Changes> changes = Optional.empty();
    private Optional<ConsumerView> view = Optional.empty();

    ReportDraft(String component) {
        this.component = component;
    }

    /** What was found; what was not is noticed. */
    <T> Optional<T> noticing(Outcome<T> outcome) {
        return found(outcome, notices);
    }

    /** What was found; what is refused is a problem. Names that others hold are found twice, here and beforehand. */
    <T> Optional<T> refusing(Outcome<T> outcome) {
        return found(outcome, problems);
    }

    private <T> Optional<T> found(Outcome<T> outcome, List<Problem> refused) {
        return outcome.match(
                Optional::of,
                (after, problem) -> {
                    notices.add(problem);
                    return Optional.empty();
                },
                why -> {
                    why.stream().filter(problem -> !refused.contains(problem)).forEach(refused::add);
                    return Optional.empty();
                });
    }

    void servedBy(String name) {
        technology = Optional.of(name);
    }

    void survey(PortSurvey survey) {
        problems.addAll(survey.taken());
        notices.addAll(survey.notices());
        advice.addAll(survey.advice());
        remarks.addAll(survey.remarks());
        view = survey.view();
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    void forecast(Forecast forecast) {
        remarks.addAll(forecast.warnings());
        view = forecast.view().or(() -> view);
        changes = Optional.of(new Changes(forecast.steps(), forecast.columnsLost(), forecast.write()));
    }

    /** @param why empty where the operator wants nobody asked */
    PlanReport notAsked(String why) {
        String sentence = why.isEmpty() ? "Nobody was asked for what is there, since VALIDATE_BUDGET is 0." : why;
        notices.add(Problem.of(FlowProblems.NOT_CHECKED, sentence));
        return report();
    }

    PlanReport report() {
        return new PlanReport(component, technology, problems, notices, advice, remarks, changes, view);
    }
}
