package io.outputport.provisioner.descriptor.source;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.descriptor.model.SourceTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A table of which somebody gave the names as they are, checked by the rule of its technology. */
public record NamedTable(Optional<String> database, String schema, String name) {

    /** Stopped with every illegal name, with the database where it is missing, and with a schema that is the system's. */
    public Outcome<SourceTable> checked(String technology, NameRule rule, SystemSchemas system) {
        List<Problem> problems = Stream.of(
                        database.map(given -> illegal(rule, "database", given))
                                .orElseGet(() -> Optional.of(
                                        problem("database", SpecificNames.NAME_MISSING, "The database is missing."))),
                        illegal(rule, "schema", schema)
                                .or(() -> system.complaint(schema).map(NamedTable::inSchema)),
                        illegal(rule, "name", name))
                .flatMap(Optional::stream)
                .toList();
        return problems.isEmpty()
                ? Outcome.done(new SourceTable(technology, database.orElseThrow(), schema, name))
                : Outcome.stopped(problems);
    }

    private static Optional<Problem> illegal(NameRule rule, String field, String given) {
        return rule.complaint(given)
                .map(words -> problem(field, SpecificNames.NAME_ILLEGAL, "The " + field + " " + words + "."));
    }

    private static Problem inSchema(Problem found) {
        return new Problem(found.code(), found.message(), Optional.of("schema"), Optional.empty(), found.hint());
    }

    private static Problem problem(String field, ProblemCode code, String message) {
        return new Problem(
                code,
                message,
                Optional.of(field),
                Optional.empty(),
                Optional.of("Write the " + field + " exactly as it is in the database."));
    }
}
