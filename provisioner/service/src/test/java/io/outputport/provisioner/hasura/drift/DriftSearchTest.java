package io.outputport.provisioner.hasura.drift;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.Plans;
import io.outputport.provisioner.hasura.plan.ProvisionPlan;
import io.outputport.provisioner.hasura.plan.wanted.PlainDialect;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.port.Drift;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as drift of a port, and how it is said. */
class DriftSearchTest {
    private static final Export SERVED = Export.of().with(aPort().build());

    @Test
    void a_port_that_is_as_it_was_carried_out_has_not_drifted() {
        assertThat(drift(SERVED)).isEqualTo(Drift.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"custom_name\":\"healthcare_vaccinations_0_hop_table\" | \"custom_name\":\"mine\" |"
                        + " its name is mine instead of healthcare_vaccinations_0_hop_table",
                "\"healthcare_vaccinations_0_hop_agg\" | \"total\" |"
                        + " root field select_aggregate is total instead of healthcare_vaccinations_0_hop_agg",
                "[\"day\",\"id\"] | \"*\" | all columns may be read",
                "[\"day\",\"id\"] | [\"id\",\"note\"] |"
                        + " these columns may be read too: note, these columns may not be read: day",
                "\"comment\":\"A port\" | \"comment\":\"Whose port?\" | the description differs",
                "\"allow_aggregations\":true | \"allow_aggregations\":false | aggregations are not allowed",
                "\"filter\":{} | \"filter\":{\"id\":{\"_gt\":5}} | rows or root fields are restricted",
                "\"filter\":{} | \"filter\":{},\"query_root_fields\":[] | rows or root fields are restricted",
                "\"role\":\"healthcare_vaccinations_0_hop_role\" | \"role\":\"other\" |"
                        + " role healthcare_vaccinations_0_hop_role has no select permission",
                "\"database\":\"db\" | \"database\":\"other\" | the source does not read database db any more"
            })
    void a_change_is_said_in_words(String was, String is, String difference) {
        assertThat(drift(SERVED.replacing(was, is))).isEqualTo(new Drift(false, List.of(difference)));
    }

    @Test
    void a_table_or_source_that_is_gone_makes_the_port_missing() {
        assertThat(drift(Export.of())).isEqualTo(new Drift(true, List.of("the source is gone")));
        assertThat(drift(SERVED.replacing("\"name\":\"shots\"", "\"name\":\"others\"")))
                .isEqualTo(new Drift(true, List.of("the table is not tracked")));
    }

    @Test
    void what_others_keep_in_the_same_table_is_not_drift() {
        Export shared = SERVED.replacing(
                "\"select_permissions\":[",
                "\"array_relationships\":[{\"name\":\"theirs\"}],"
                        + "\"select_permissions\":[{\"role\":\"theirs\",\"permission\":{\"columns\":\"*\",\"filter\":{}}},");

        assertThat(drift(shared)).isEqualTo(Drift.NONE);
    }

    @Test
    void a_hostile_name_is_shown_without_its_line_breaks_and_cut_off() {
        Export hostile = SERVED.replacing(
                "\"healthcare_vaccinations_0_hop_agg\"", "\"a\\nERROR forged " + "x".repeat(500) + "\"");

        assertThat(drift(hostile).differences())
                .singleElement()
                .asString()
                .hasSizeLessThan(250)
                .contains("a?ERROR forged")
                .doesNotContain("\n");
    }

    @Test
    void a_table_that_hasura_does_not_serve_has_drifted_though_it_says_the_same() {
        Drift drift = drift(SERVED, (source, table) -> Optional.of("configuration was given for the column \"gone\"."));

        assertThat(drift)
                .isEqualTo(new Drift(
                        false, List.of("Hasura does not serve it: configuration was given for the column \"gone\"")));
    }

    private static Drift drift(Export export) {
        return drift(export, (source, table) -> Optional.empty());
    }

    private static Drift drift(Export export, UnservedTables unserved) {
        return new MetadataDrift(export.actual(), unserved, List.of(new PlainDialect())).of(served());
    }

    private static ServedPort served() {
        WantedPort wanted = aPort().build();
        Actual nothing = Actual.NOTHING_READ.withMetadata(Export.of().actual());
        return ((Outcome.Done<ProvisionPlan>) Plans.provision(wanted, nothing))
                .value()
                .served(wanted);
    }
}
