package io.outputport.provisioner.hasura.plan.wanted;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.provisioner.Golden;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.hasura.plan.entry.PortEntry;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.port.plan.ServedState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a port stood when an older version carried it out is read as it was meant: repairs and removals rest on it. */
class OlderServedPortsTest {
    private static final SourceTable PLACE = new SourceTable("postgres", "sandbox", "finance", "invoices");
    private static final Map<RootField, String> FIELDS = Map.of(
            RootField.SELECT_STREAM, "p_invoices_stream",
            RootField.SELECT, "p_invoices",
            RootField.SELECT_BY_PK, "p_invoices_by_pk",
            RootField.SELECT_AGGREGATE, "p_invoices_agg");

    @Test
    void of_some_columns_under_names_of_their_own() {
        is(
                "register/graphql.json",
                new ServedPort(
                        "finance_1_sandbox",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("schema", "finance")
                                .put("name", "invoices"),
                        PLACE,
                        new PortEntry(
                                "p_invoices",
                                FIELDS,
                                Optional.of("Every “invoice”"),
                                Map.of("total-amount", "total_amount", "VAT", "vat"),
                                "p_role",
                                Optional.of(Set.of("invoice_id", "currency", "total-amount", "VAT")),
                                true,
                                false),
                        Map.of("total-amount", "total_amount", "VAT", "vat")));
    }

    @Test
    void of_every_column_and_of_the_first_version_which_kept_no_names() {
        is(
                "register/graphql-plain.json",
                new ServedPort(
                        "finance_1_sandbox",
                        JsonNodeFactory.instance.arrayNode().add("finance").add("invoices"),
                        PLACE,
                        new PortEntry(
                                "p_invoices",
                                FIELDS,
                                Optional.empty(),
                                Map.of(),
                                "p_role",
                                Optional.empty(),
                                false,
                                true)));
    }

    private static void is(String file, ServedPort port) {
        assertThat(ServedPortJson.read(new ServedState("hasura", Golden.text(file))))
                .isEqualTo(port);
        ServedState state = ServedPortJson.state(port);
        assertThat(state.technology()).isEqualTo("hasura");
        Golden.isStillWritten(file, state.json());
    }
}
