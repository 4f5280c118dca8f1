package io.outputport.provisioner.hasura.plan;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.ROLE;
import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Position;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.hasura.descriptor.HasuraOutputPort;
import io.outputport.provisioner.hasura.descriptor.RootFields;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.hasura.plan.wanted.ServedPortJson;
import io.outputport.provisioner.hasura.plan.wanted.Shortfalls;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.people.Standing.Registration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What consumers call the columns of a port that lives already. */
class ConsumerNamesTest {
    /** As the contract has it: "day" is the database's name, consumers are to see "date". */
    private static final WantedPort ASKED = aPort().showing("day", "date").build();

    @Test
    void a_port_that_is_taken_over_keeps_the_names_of_its_columns_and_its_author_is_told() {
        WantedPort kept = kept(port(false), ASKED, Export.of().with(aPort().build()), Standing.UNKNOWN);

        assertThat(kept.columns().shown()).containsExactly("id", "day");
        assertThat(kept.columns().kept()).isEqualTo(Map.of("id", "id", "day", "day"));
        assertThat(Shortfalls.of(kept))
                .contains("Consumers keep the names of columns that they use: day (the contract writes date)."
                        + " To give them those of the contract, write renameColumns: true in specific.");
    }

    @Test
    void new_names_are_given_to_whoever_asks_for_them() {
        WantedPort renamed = kept(port(true), ASKED, Export.of().with(aPort().build()), Standing.UNKNOWN);

        assertThat(renamed.columns().shown()).containsExactly("id", "date");
        assertThat(renamed.columns().kept()).isEmpty();
    }

    @Test
    void a_new_port_and_one_whose_removal_was_begun_get_the_names_of_the_contract() {
        Standing closed = new Standing(Registration.CLOSED, Optional.empty(), People.NOBODY);
        Export there = Export.of().with(aPort().build());

        assertThat(kept(port(false), ASKED, Export.of(), Standing.UNKNOWN)
                        .columns()
                        .shown())
                .containsExactly("id", "date");
        assertThat(kept(port(false), ASKED, there, closed).columns().shown()).containsExactly("id", "date");
    }

    @Test
    void what_was_kept_once_is_kept_by_the_register_whatever_hasura_holds_now() {
        WantedPort first = kept(port(false), ASKED, Export.of().with(aPort().build()), Standing.UNKNOWN);
        Export changed = Export.of().with(aPort().showing("day", "mine").build());

        WantedPort next = kept(port(false), registered(ASKED, first), changed, Standing.UNKNOWN);

        assertThat(next.columns().shown()).containsExactly("id", "day");
    }

    @Test
    void a_port_of_ours_follows_its_contract() {
        WantedPort first = aPort().build();

        WantedPort next =
                kept(port(false), registered(ASKED, first), Export.of().with(first), Standing.UNKNOWN);

        assertThat(next.columns().shown()).containsExactly("id", "date");
    }

    @Test
    void a_port_of_ours_keeps_the_form_that_was_made_up_for_a_column() {
        WantedPort first = aPort().showing("day", "the_day").build();
        WantedPort asked = aPort().showing("day", "the_day_2").build();

        WantedPort next = kept(port(false), registered(asked, first), Export.of(), Standing.UNKNOWN);

        assertThat(next.columns().shown()).containsExactly("id", "the_day");
        assertThat(next.columns().kept()).isEmpty();
    }

    @Test
    void a_name_that_graphql_forbids_is_not_kept() {
        Export there = Export.of().with(aPort().showing("day", "2nd day").build());

        assertThat(kept(port(false), ASKED, there, Standing.UNKNOWN).columns().shown())
                .containsExactly("id", "date");
    }

    private static WantedPort kept(HasuraOutputPort port, WantedPort wanted, Export export, Standing standing) {
        Actual actual = Actual.NOTHING_READ.withMetadata(export.actual());
        return ConsumerNames.kept(port, wanted, actual, standing);
    }

    /** The port as the register knows it after {@code served} was carried out. */
    private static WantedPort registered(WantedPort wanted, WantedPort served) {
        ServedPort row = new ServedPort(
                served.sourceName(),
                served.dialect().tableName(served.dialect().configuration(served.table()), served.table()),
                served.table(),
                served.entry(ROLE),
                served.columns().kept());
        ServedPort stored = ServedPortJson.read(ServedPortJson.state(row));
        return wanted.as(Registered.as(wanted.identity(), stored));
    }

    private static HasuraOutputPort port(boolean renameColumns) {
        Located<String> name = new Located<>("any", "", new Position(1, 1));
        RootFields fields = new RootFields(name, name, name, name, name);
        return new HasuraOutputPort(name, name, Optional.empty(), fields, Optional.empty(), renameColumns, List.of());
    }
}
