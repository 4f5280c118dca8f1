package io.outputport.provisioner.file;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.port.PortSurvey;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.ConsumerView;
import io.outputport.provisioner.port.plan.Forecast;
import io.outputport.provisioner.port.plan.Plan;
import io.outputport.provisioner.port.plan.PlannedStep;
import io.outputport.provisioner.port.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A name that begins with {@code taken} is always somebody else's. */
record FileSurvey(Located<String> file, Folder folder) implements PortSurvey {
    @Override
    public List<Problem> taken() {
        return file.value().startsWith("taken")
                ? List.of(Problem.of(new ProblemCode("file-taken"), "The file " + file.value() + " is somebody else's.")
                        .at(file.path(), file.position()))
                : List.of();
    }

    @Override
    public List<Problem> notices() {
        return List.of();
    }

    @Override
    public List<Problem> advice() {
        return List.of();
    }

    @Override
    public List<String> remarks() {
        return List.of("It is a file.");
    }

    @Override
    public Optional<ConsumerView> view() {
        return Optional.of(new ConsumerView(
                "a text", "cat " + file.value(), Optional.empty(), List.of(file.value()), List.of(), Map.of()));
    }

    @Override
    public Optional<Outcome<Forecast>> forecast(Standing standing) {
        PlannedStep.Action action = folder.has(file.value()) ? PlannedStep.Action.KEEP : PlannedStep.Action.CREATE;
        List<PlannedStep> steps = plan(file.value(), standing, "").steps().stream()
                .map(step -> new PlannedStep(step.phase(), action, step.describe(), Map.of(), Map.of()))
                .toList();
        return Optional.of(Outcome.done(new Forecast(steps, List.of(), Optional.empty(), List.of(), Optional.empty())));
    }

    /** Whoever is locked has access from the beginning, everybody else keeps it. */
    static Plan plan(String file, Standing standing, String component) {
        List<Step> steps = new ArrayList<>(List.of(new FileStep.Write(file)));
        People people = standing.isAlive() ? standing.snapshot().orElse(People.NOBODY) : People.NOBODY;
        steps.add(new FileStep.Give(file, component, people, standing.locked()));
        return new Plan(steps, List.of());
    }
}
