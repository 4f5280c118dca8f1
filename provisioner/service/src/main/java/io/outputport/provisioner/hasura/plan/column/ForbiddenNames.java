package io.outputport.provisioner.hasura.plan.column;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.hasura.descriptor.HasuraDescriptor;
import io.outputport.provisioner.hasura.naming.GraphqlName;
import io.outputport.provisioner.hasura.plan.entry.PlanProblems;
import io.outputport.provisioner.hasura.plan.entry.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names of types and constraints that Hasura has to take over as they are, and cannot. They end its whole schema, not
 * only the port's part of it, whoever may see the column; and unlike a column, they cannot be shown under another name.
 */
public final class ForbiddenNames {
    private static final List<String> BUILT_IN = List.of("Int", "Float", "String", "Boolean");

    private final HasuraDescriptor descriptor;
    private final TableFacts facts;

    private ForbiddenNames(HasuraDescriptor descriptor, TableFacts facts) {
        this.descriptor = descriptor;
        this.facts = facts;
    }

    public static List<Problem> of(HasuraDescriptor descriptor, TableFacts facts) {
        ForbiddenNames names = new ForbiddenNames(descriptor, facts);
        return Stream.concat(
                        facts.columns().stream().flatMap(column -> names.ofType(column).stream()),
                        facts.constraints().stream().flatMap(constraint -> names.ofConstraint(constraint).stream()))
                .toList();
    }

    private Optional<Problem> ofType(TableFacts.Column column) {
        return why(column.type().served())
                .map(why -> problem(
                        "Column " + column.name() + " of " + table() + " has the type "
                                + column.type().shown() + why + ", so Hasura can build no schema with it.",
                        "Rename the type, or serve a view that leaves the column out or casts it to text."));
    }

    private Optional<String> why(String scalar) {
        if (!GraphqlName.isLegal(scalar)) {
            return Optional.of(", whose name GraphQL forbids");
        }
        List<String> scalars = new ArrayList<>(BUILT_IN);
        facts.columns().forEach(column -> scalars.add(column.type().served()));
        boolean taken = TypeNames.isOfHasura(scalar, scalars)
                || TypeNames.isOf(descriptor.port().fields().customTableName().value(), scalar);
        return taken ? Optional.of(", whose name is that of another type in Hasura's schema") : Optional.empty();
    }

    private Optional<Problem> ofConstraint(String constraint) {
        return GraphqlName.isLegal(constraint)
                ? Optional.empty()
                : Optional.of(problem(
                        "The constraint " + constraint + " of " + table()
                                + " has a name that GraphQL forbids, so Hasura can build no schema with the table.",
                        "Rename the constraint, or serve a view of the table."));
    }

    private String table() {
        return facts.table().schema() + "." + facts.table().name();
    }

    private Problem problem(String message, String hint) {
        Located<String> place = descriptor.source().placeOf(facts.table().name());
        return Problem.of(PlanProblems.NAME_FORBIDDEN, message, hint).at(place.path(), place.position());
    }
}
