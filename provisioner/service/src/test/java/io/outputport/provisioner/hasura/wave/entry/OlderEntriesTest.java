package io.outputport.provisioner.hasura.wave.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.Golden;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.hasura.naming.ProductSources;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.column.ColumnChoice;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.plan.entry.PortEntry;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.hasura.plan.wanted.PlainDialect;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an older version wanted of Hasura, has prepared there or was told of it is read as it was meant. */
class OlderEntriesTest {
    private static final JsonNode TABLE =
            JsonNodeFactory.instance.objectNode().put("schema", "finance").put("name", "invoices");
    private static final SourceTable PLACE = new SourceTable("plain", "sandbox", "finance", "invoices");
    private static final Map<RootField, String> FIELDS = Map.of(
            RootField.SELECT, "p_invoices",
            RootField.SELECT_BY_PK, "p_invoices_by_pk",
            RootField.SELECT_AGGREGATE, "p_invoices_agg",
            RootField.SELECT_STREAM, "p_invoices_stream");
    private static final ServedPort SERVED = new ServedPort(
            "finance_1_sandbox",
            TABLE,
            PLACE,
            new PortEntry(
                    "p_invoices",
                    FIELDS,
                    Optional.of("All invoices"),
                    Map.of("total-amount", "total_amount"),
                    "p_role",
                    Optional.of(Set.of("currency", "invoice_id", "total-amount")),
                    true,
                    false),
            Map.of("total-amount", "total_amount"));
    private static final ServedPort TRIED = new ServedPort(
            "finance_1_other",
            JsonNodeFactory.instance.arrayNode().add("finance").add("invoices"),
            PLACE,
            new PortEntry("p_invoices", FIELDS, Optional.empty(), Map.of(), "p_role", Optional.empty(), false, true));

    private final HasuraDialect dialect = new PlainDialect();
    private final ChangeJson changes = new ChangeJson(List.of(dialect));

    @Test
    void a_port_that_is_wanted() {
        PortIdentity identity = new PortIdentity(
                "urn:dmb:cmp:finance:invoices:1:api",
                Optional.of("p_role"),
                List.of("finance_1_api_", "finance_1_"),
                Optional.of(new ProductSources("finance_1", "finance_1_")),
                Optional.of(SERVED),
                List.of(TRIED));
        WantedPort wanted = new WantedPort(
                identity,
                dialect,
                "finance_1_sandbox",
                "finance_1",
                "finance_1_api_sandbox",
                PLACE,
                new WantedPort.Names("p_invoices", FIELDS, Optional.of("All invoices")),
                new ColumnChoice(
                        List.of("invoice_id", "total-amount", "currency"),
                        Optional.of(Set.of("invoice_id", "total-amount", "currency")),
                        Map.of("total-amount", "total_amount")),
                new WantedPort.Offer(
                        Set.of(RootField.SELECT, RootField.SELECT_AGGREGATE), true, Set.of("bigint", "numeric")));
        is("wave/wanted.json", new MetadataChange(identity, "p_role", Optional.of(wanted)));
    }

    @Test
    void a_port_that_offers_every_root_field_and_all_columns_under_their_own_names() {
        PortIdentity identity = new PortIdentity(
                "urn:dmb:cmp:finance:invoices:1:api",
                Optional.of("p_role"),
                List.of("finance_1_"),
                Optional.of(new ProductSources("finance_1", "finance_1_")));
        WantedPort wanted = new WantedPort(
                identity,
                dialect,
                "finance_1_sandbox",
                "finance_1",
                "finance_1_api_sandbox",
                PLACE,
                new WantedPort.Names("p_invoices", FIELDS, Optional.empty()),
                new ColumnChoice(List.of("invoice_id", "Ünits"), Optional.empty(), Map.of("Ünits", "nits", "A", "a")),
                new WantedPort.Offer(Set.of(RootField.values()), false, Set.of("timestamptz", "Int", "numeric")));
        is("wave/offered.json", new MetadataChange(identity, "p_role", Optional.of(wanted)));
    }

    @Test
    void a_port_that_is_to_go() {
        PortIdentity identity =
                new PortIdentity("urn:dmb:cmp:x:y:1:api", Optional.empty(), List.of(), Optional.empty());
        is("wave/removal.json", new MetadataChange(identity, "p_role", Optional.empty()));
    }

    private void is(String file, MetadataChange change) {
        // Which prefix comes first is not kept, and says nothing.
        assertThat(changes.read(Golden.text(file)))
                .usingRecursiveComparison()
                .ignoringCollectionOrderInFields("identity.prefixes", "wanted.value.identity.prefixes")
                .isEqualTo(change);
        Golden.isStillWritten(file, changes.write(change));
    }

    @Test
    void what_puts_a_port_back_except_its_source_which_may_hold_a_password() {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.set("table", TABLE);
        List<MetadataEdit> kept = List.of(
                new MetadataEdit.PutTable("a", TABLE, entry),
                new MetadataEdit.RemoveTable("b", TABLE),
                new MetadataEdit.RemoveSource("c"));
        List<MetadataEdit> all = new java.util.ArrayList<>(kept);
        all.add(new MetadataEdit.AddSource("d", "plain", TABLE));
        all.add(new MetadataEdit.ConfigureSource("e", TABLE));

        assertThat(StoredEdit.read(Golden.text("wave/previous.json"))).isEqualTo(kept);
        Golden.isStillWritten("wave/previous.json", StoredEdit.write(all));
    }

    @Test
    void a_verdict_that_its_task_has_not_read_yet() {
        Problem problem = Problem.of(new ProblemCode("hasura-busy"), "Hasura is busy.", "Wait.");
        Problem plain = Problem.of(new ProblemCode("name-taken"), "The name is taken.");
        is("wave/done.json", new WriteVerdict(Outcome.done(Change.CHANGED), List.of("One.", "Two.")));
        is("wave/later.json", new WriteVerdict(Outcome.later(Duration.ofMillis(2500), problem), List.of()));
        is("wave/stopped.json", new WriteVerdict(Outcome.stopped(List.of(problem, plain)), List.of("Note.")));
    }

    private static void is(String file, WriteVerdict verdict) {
        assertThat(StoredVerdict.read(Golden.text(file))).isEqualTo(verdict);
        Golden.isStillWritten(file, StoredVerdict.write(verdict));
    }
}
