package io.outputport.provisioner.hasura.drift;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.naming.ProductSources;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.Plans;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.port.plan.RemovalPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A source that was made for a data product goes with the last that it held, whatever the product is called by then. */
class LeftoverSourcesTest {
    private static final ProductSources RENAMED = new ProductSources("medicine_jabs_0", "medicine_jabs_0_");
    private static final String SOURCE = "healthcare_vaccinations_0_postgres_db_health_aaaaaa";
    private static final String EMPTY = "\"kind\":\"postgres\",\"configuration\":{},\"tables\":[]}";

    @Test
    void the_source_of_a_renamed_product_goes_with_its_last_port() {
        PortIdentity renamed = registered(Optional.of(RENAMED));

        assertThat(removal(renamed, Export.of().with(aPort().build()))).contains(new MetadataEdit.RemoveSource(SOURCE));
    }

    @Test
    void a_descriptor_without_the_product_is_enough_since_the_register_knows_the_source() {
        PortIdentity unreadable = registered(Optional.empty());

        assertThat(removal(unreadable, Export.of().with(aPort().build())))
                .contains(new MetadataEdit.RemoveSource(SOURCE));
    }

    @Test
    void a_source_that_others_use_stays_also_when_the_register_names_it() {
        Export shared = Export.of()
                .with(aPort().build())
                .with(aPort().named("other").over("health", "doses").build());

        assertThat(removal(registered(Optional.of(RENAMED)), shared))
                .noneMatch(edit -> edit instanceof MetadataEdit.RemoveSource);
    }

    @Test
    void what_an_earlier_removal_left_of_the_product_is_removed_with_the_port() {
        Export left = Export.of("{\"name\":\"healthcare_vaccinations_0\"," + EMPTY + ",{\"name\":\"" + SOURCE + "\","
                + EMPTY + ",{\"name\":\"healthcare_vaccinations\"," + EMPTY);

        Optional<RemovalPlan> plan =
                Plans.unprovision(aPort().identity(), Actual.NOTHING_READ.withMetadata(left.actual()));

        assertThat(plan)
                .hasValueSatisfying(found -> assertThat(found.somethingThere()).isTrue());
        assertThat(removal(aPort().identity(), left))
                .containsExactlyInAnyOrder(
                        new MetadataEdit.RemoveSource("healthcare_vaccinations_0"),
                        new MetadataEdit.RemoveSource(SOURCE));
    }

    @Test
    void an_empty_source_that_somebody_customized_is_left_alone() {
        Export left = Export.of(
                "{\"name\":\"healthcare_vaccinations_0\",\"customization\":{\"root_fields\":{\"prefix\":\"a_\"}},"
                        + EMPTY);

        assertThat(removal(aPort().identity(), left)).isEmpty();
    }

    @Test
    void a_provision_leaves_the_empty_sources_of_others_alone() {
        Export left = Export.of("{\"name\":\"healthcare_vaccinations_0\"," + EMPTY);
        MetadataChange change = new MetadataChange(aPort().identity(), aPort().role(), Optional.of(aPort().build()));

        assertThat(edits(change, left)).noneMatch(edit -> edit instanceof MetadataEdit.RemoveSource);
    }

    private static PortIdentity registered(Optional<ProductSources> sources) {
        WantedPort port = aPort().build();
        ServedPort served = done(Plans.provision(
                        port, Actual.NOTHING_READ.withMetadata(Export.of().actual())))
                .served(port);
        PortIdentity known = aPort().identity();
        return new PortIdentity(
                known.component(), known.computedRole(), known.prefixes(), sources, Optional.of(served), List.of());
    }

    private static List<MetadataEdit> removal(PortIdentity port, Export export) {
        return edits(new MetadataChange(port, aPort().role(), Optional.empty()), export);
    }

    private static List<MetadataEdit> edits(MetadataChange change, Export export) {
        return done(change.edits(export.actual())).edits();
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }
}
