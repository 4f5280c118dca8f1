package io.outputport.provisioner.sharing.reverse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.descriptor.reverse.CatalogContract;
import io.outputport.provisioner.descriptor.reverse.ContractUpdate;
import io.outputport.provisioner.descriptor.reverse.ReverseProblems;
import io.outputport.provisioner.port.ReverseReading;
import io.outputport.provisioner.sharing.server.SharingClient;
import io.outputport.provisioner.sharing.table.DeltaTypes;
import io.outputport.provisioner.sharing.table.InspectedTable;
import java.util.ArrayList;
import java.util.List;

/** Reads the columns of a table in a storage into the data contract of a component. */
public record SharingReverse(SharingClient client) implements ReverseReading {
    private static final ProblemCode UNREADABLE = new ProblemCode("sharing-table-unreadable");
    private static final List<String> PARAMS = List.of("storage", "path");

    @Override
    public boolean isMeantBy(JsonNode params) {
        return params.has("storage");
    }

    @Override
    public Outcome<ObjectNode> target(JsonNode params) {
        ObjectNode target = JsonNodeFactory.instance.objectNode();
        List<Problem> problems = new ArrayList<>();
        for (String name : PARAMS) {
            JsonNode value = params.path(name);
            if (value.isTextual() && !value.asText().isBlank()) {
                target.put(name, value.asText().strip());
            } else {
                problems.add(missing(name, value));
            }
        }
        return problems.isEmpty() ? Outcome.done(target) : Outcome.stopped(problems);
    }

    private static Problem missing(String name, JsonNode value) {
        String hint = name.equals("storage")
                ? "Write the name that the operators of the sharing server gave to the table's storage."
                : "Write the table's folder below the storage's root, such as sales/orders.";
        return value.isMissingNode() || value.isNull() || value.isTextual()
                ? ReverseProblems.at(name, ReverseProblems.MISSING, "This parameter is missing.", hint)
                : ReverseProblems.at(name, ReverseProblems.TYPE, "This parameter must be text.", hint);
    }

    @Override
    public Outcome<Update> read(JsonNode target, CatalogContract entry, Progress progress) {
        String storage = target.path("storage").asText();
        String path = target.path("path").asText();
        return client.inspect(storage, path).then(table -> {
            if (table.columns().isEmpty()) {
                return Outcome.stopped(Problem.of(
                        UNREADABLE,
                        "The table at " + path + " of storage " + storage + " cannot be read: "
                                + String.join(" ", table.problems())));
            }
            return Outcome.done(update(storage, path, table, entry, progress));
        });
    }

    private static Update update(
            String storage, String path, InspectedTable table, CatalogContract entry, Progress progress) {
        ContractUpdate update = ContractUpdate.of(DeltaTypes.facts(storage, path, table), java.util.Map.of(), entry);
        update.differences().forEach(difference -> progress.report(Severity.INFO, "contract", difference));
        ObjectNode updates = JsonNodeFactory.instance.objectNode();
        updates.set("spec.mesh.dataContract.schema", update.schema());
        return new Update(
                "The table at " + path + " of storage " + storage + " was read: "
                        + table.columns().size() + " columns.",
                updates);
    }
}
