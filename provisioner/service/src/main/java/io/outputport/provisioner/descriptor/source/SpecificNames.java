package io.outputport.provisioner.descriptor.source;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.text.Excerpt;
import io.outputport.foundation.text.Nearest;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads names of database objects from one output port's {@code specific} and gathers all that is wrong with them. */
public final class SpecificNames {
    public static final ProblemCode NAME_MISSING = new ProblemCode("source-name-missing");
    public static final ProblemCode NAME_TWICE = new ProblemCode("source-name-twice");
    public static final ProblemCode NAME_ILLEGAL = new ProblemCode("source-name-illegal");

    private final SourceOutputPort port;
    private final NameRule rule;
    private final List<Problem> problems = new ArrayList<>();

    public SpecificNames(SourceOutputPort port, NameRule rule) {
        this.port = port;
        this.rule = rule;
    }

    /** The field's value as written; empty when it is missing, blank, or illegal, which is then a problem. */
    public Optional<String> optional(String field) {
        return located(field).flatMap(found -> checked(field, found.value()));
    }

    /**
     * Like {@link #optional}, for the one of the fields that is there; none of them being there is a problem, and so are
     * two that differ.
     */
    public Optional<String> required(String... fields) {
        List<String> given = Arrays.stream(fields)
                .filter(field -> located(field).isPresent())
                .toList();
        if (given.stream()
                        .map(field -> located(field).orElseThrow().value())
                        .distinct()
                        .count()
                > 1) {
            report(given.get(1), contradiction(given));
        }
        for (String field : fields) {
            if (located(field).isPresent()) {
                return optional(field);
            }
        }
        problems.add(missing(fields));
        return Optional.empty();
    }

    private Problem contradiction(List<String> given) {
        return Problem.of(
                NAME_TWICE,
                "The source output port \"" + port.name() + "\" has " + String.join(" and ", given)
                        + ", which name different tables.",
                "Keep the one that is meant.");
    }

    private Problem missing(String... fields) {
        String names = String.join(" or ", fields);
        String message = "The source output port \"" + port.name() + "\" does not say its " + names + ".";
        return Arrays.stream(fields)
                .flatMap(field -> misspelt(field, message).stream())
                .findFirst()
                .orElseGet(() ->
                        placed(fields[0], Problem.of(NAME_MISSING, message, "Add " + names + " to its specific.")));
    }

    private Optional<Problem> misspelt(String field, String message) {
        return Nearest.to(field, port.specific().keySet())
                .flatMap(typo -> located(typo)
                        .map(found -> Problem.of(
                                        NAME_MISSING,
                                        message,
                                        "There is " + Excerpt.quoted(typo) + ": did you mean " + field + "?")
                                .at(found.path(), found.position())));
    }

    /** The field where it stands; empty when it is missing or blank. */
    public Optional<Located<String>> located(String field) {
        return Optional.ofNullable(port.specific().get(field))
                .filter(found -> !found.value().isBlank());
    }

    /** Adds a problem and puts it where the field stands, or would stand. */
    public void report(String field, Problem problem) {
        problems.add(placed(field, problem));
    }

    private Problem placed(String field, Problem problem) {
        Located<String> id = port.id();
        String component = id.path().replaceFirst("\\.?id$", "");
        return located(field)
                .map(found -> problem.at(found.path(), found.position()))
                .orElseGet(() -> problem.at(component + ".specific." + field, id.position()));
    }

    /** Checks a name that {@code field} leads to, be it from another part of the descriptor. */
    public Optional<String> checked(String field, String name) {
        Optional<String> complaint = rule.complaint(name);
        complaint.ifPresent(words -> report(field, illegal(field, "The name for " + field + " " + words + ".")));
        return complaint.isPresent() ? Optional.empty() : Optional.of(name);
    }

    private Problem illegal(String field, String sentence) {
        return located(field).isPresent()
                ? Problem.of(NAME_ILLEGAL, sentence, "Write the name as it stands in the database.")
                : Problem.of(
                        NAME_ILLEGAL,
                        sentence,
                        "It is made from the data product; add " + field + " to specific to choose another.");
    }

    /** Stopped with every problem; without any, what {@code result} makes of the names. */
    public <T> Outcome<T> orProblems(Supplier<T> result) {
        return problems.isEmpty() ? Outcome.done(result.get()) : Outcome.stopped(problems);
    }
}
