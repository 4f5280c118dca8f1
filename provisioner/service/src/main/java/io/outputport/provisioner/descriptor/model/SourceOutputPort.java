package io.outputport.provisioner.descriptor.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The output port of the same data product that the Hasura output port depends on: where its data is.
 *
 * @param technology {@code technology}, else {@code platform}, as written
 * @param specific the scalar fields of {@code specific} by name; each technology reads its own
 */
public record SourceOutputPort(
        Located<String> id,
        String name,
        Located<String> technology,
        Map<String, Located<String>> specific,
        List<ContractColumn> contract) {
    public SourceOutputPort {
        specific = Map.copyOf(specific);
        contract = List.copyOf(contract);
    }

    /** Where it names this table, in whichever field its technology reads; else where it stands itself. */
    public Located<String> placeOf(String table) {
        return specific.values().stream()
                .filter(field -> field.value().equalsIgnoreCase(table))
                .max(Comparator.comparing(Located::path))
                .orElse(id);
    }
}
