package io.outputport.sharing.predicate;

import io.outputport.sharing.predicate.value.Operator;
import io.outputport.sharing.predicate.value.Possible;
import io.outputport.sharing.predicate.value.Value;
import io.outputport.sharing.predicate.value.ValueKind;
import java.util.List;

/** A condition on rows. */
sealed interface Condition {
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition part) implements Condition {}

    record IsNull(Column column) implements Condition {}

    record Comparison(Column column, ValueKind kind, Operator operator, Value value) implements Condition {}

    /** One that is not understood, and of which therefore every row may be meant. */
    record NotUnderstood() implements Condition {}

    /** What it may come to over the rows of a file. */
    default Possible over(FileFacts file) {
        if (this instanceof And and) {
            return Possible.all(
                    and.parts().stream().map(part -> part.over(file)).toList());
        }
        if (this instanceof Or or) {
            return Possible.any(or.parts().stream().map(part -> part.over(file)).toList());
        }
        if (this instanceof Not not) {
            return not.part().over(file).not();
        }
        if (this instanceof IsNull is) {
            return file.bounds(is.column()).isNull();
        }
        return this instanceof Comparison comparison
                ? comparison
                        .operator()
                        .over(
                                file.bounds(comparison.column()),
                                comparison.value(),
                                comparison.kind().hasNaN()
                                        && !comparison.column().partitions())
                : Possible.ANYTHING;
    }
}
