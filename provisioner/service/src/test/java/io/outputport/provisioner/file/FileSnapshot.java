package io.outputport.provisioner.file;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.port.PortSnapshot;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Plan;
import io.outputport.provisioner.port.plan.RemovalPlan;
import java.util.List;
import java.util.Optional;

/** @param file empty where there is none */
record FileSnapshot(Optional<String> file, String component) implements PortSnapshot {
    @Override
    public Plan closing() {
        return file.map(name -> give(name, People.NOBODY, People.NOBODY))
                .orElseGet(() -> new Plan(List.of(), List.of()));
    }

    @Override
    public Optional<RemovalPlan> removal() {
        return file.map(name -> new RemovalPlan(
                new Plan(List.of(new FileStep.Remove(name)), List.of()), true, "There was no file to remove."));
    }

    @Override
    public Outcome<Plan> access(People asked, People locked) {
        return file.map(name -> Outcome.done(give(name, asked, locked)))
                .orElseGet(() -> Outcome.stopped(Problem.of(
                        new ProblemCode("file-missing"), "There is no file, so nobody can be named in it.")));
    }

    private Plan give(String name, People asked, People locked) {
        return new Plan(List.of(new FileStep.Give(name, component, asked, locked)), List.of());
    }
}
