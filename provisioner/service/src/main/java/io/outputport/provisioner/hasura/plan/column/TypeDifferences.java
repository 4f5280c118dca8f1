package io.outputport.provisioner.hasura.plan.column;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.type.DataType;
import io.outputport.provisioner.hasura.plan.entry.PlanProblems;
import java.util.List;
import java.util.Optional;

/** Columns whose real type breaks what the data contract promises. A type that cannot be judged is let through. */
public final class TypeDifferences {
    private TypeDifferences() {}

    /** In the order of the contract; columns that the source does not have are left to others. */
    public static List<Problem> of(List<ContractColumn> contract, TableFacts facts) {
        return contract.stream()
                .map(column -> difference(column, facts))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Problem> difference(ContractColumn column, TableFacts facts) {
        Optional<DataType> promised = column.dataType().flatMap(DataType::named);
        return ContractMatch.real(column.name().value(), facts)
                .flatMap(name -> facts.columns().stream()
                        .filter(real -> real.name().equals(name))
                        .findFirst())
                .filter(real ->
                        promised.filter(type -> !real.type().keeps(type)).isPresent())
                .map(real -> problem(column, promised.orElseThrow(), real, facts));
    }

    private static Problem problem(ContractColumn column, DataType promised, TableFacts.Column real, TableFacts facts) {
        return Problem.of(
                        PlanProblems.COLUMN_TYPE,
                        "The data contract promises " + promised + " for column "
                                + column.name().value() + ", but in "
                                + facts.table().schema() + "."
                                + facts.table().name() + " it is " + real.type().shown() + ".",
                        "Write dataType " + real.type().dataType() + ", or convert the column in the view.")
                .at(column.name().path(), column.name().position());
    }
}
