package io.outputport.provisioner.hasura.plan;

import static io.outputport.provisioner.hasura.plan.entry.RootField.SELECT;
import static io.outputport.provisioner.hasura.plan.entry.RootField.SELECT_AGGREGATE;
import static io.outputport.provisioner.hasura.plan.entry.RootField.SELECT_STREAM;
import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.ROLE;
import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.plan.entry.PlanProblems;
import io.outputport.provisioner.hasura.plan.entry.TableEntry;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.Plan;
import io.outputport.provisioner.port.plan.RemovalPlan;
import io.outputport.provisioner.port.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The order of the steps is the guarantee: who may see what at each moment. */
class PlansTest {
    private static final String PREFIX = "healthcare_vaccinations_0_hop_";
    private static final String SELECTED = PREFIX + "select";
    private static final String AGGREGATED = PREFIX + "agg";
    private static final String OLD_ROLE = "an_older_role";
    private static final People ALICE = new People(List.of("user:alice"), List.of());
    private static final People LOCKED = new People(List.of("user:owner"), List.of());

    @Test
    void a_new_ports_role_has_no_fields_and_no_people_before_hasura_is_written() {
        ProvisionPlan plan = provision(aPort().build(), nothing(Export.of()));

        assertThat(described(plan.plan()))
                .containsExactly(
                        "role: Role " + ROLE + " may use no root field",
                        "access: Nobody has role " + ROLE,
                        "hasura: View or table health.shots is tracked as " + PREFIX + "table for role " + ROLE,
                        "confirm: Role " + ROLE + " sees " + AGGREGATED + ", " + SELECTED,
                        "role: Role " + ROLE + " may use " + SELECTED + ", " + AGGREGATED);
        assertThat(plan.role()).isEqualTo(ROLE);
        assertThat(plan.place().table()).isEqualTo("health.shots");
    }

    @Test
    void a_changing_ports_people_keep_old_and_new_fields_until_hasura_has_the_new_ones() {
        Export export = Export.of().with(aPort().build());

        Plan plan = provision(aPort().selectedBy("find").build(), held(ROLE, export))
                .plan();

        assertThat(described(plan))
                .containsExactly(
                        "role: Role " + ROLE + " may use " + SELECTED + ", " + PREFIX + "by_pk, " + AGGREGATED + ", "
                                + PREFIX + "stream, " + PREFIX + "find",
                        "hasura: View or table health.shots is tracked as " + PREFIX + "table for role " + ROLE,
                        "confirm: Role " + ROLE + " sees " + AGGREGATED + ", " + PREFIX + "find",
                        "role: Role " + ROLE + " may use " + PREFIX + "find, " + AGGREGATED);
    }

    @Test
    void an_unchanged_port_is_only_confirmed() {
        Export export = Export.of().with(aPort().build());

        Plan plan = provision(aPort().build(), held(ROLE, export)).plan();

        assertThat(plan.steps()).extracting(Step::phase).containsExactly("hasura", "confirm", "role");
    }

    @Test
    void a_role_that_is_left_over_without_an_entry_in_hasura_is_emptied_first() {
        Plan plan = provision(aPort().build(), held(ROLE, Export.of())).plan();

        assertThat(plan.steps())
                .startsWith(
                        new HasuraStep.PutRole(ROLE, component(), List.of()),
                        new HasuraStep.PutAccess(ROLE, component(), People.NOBODY, People.NOBODY));
    }

    @Test
    void a_living_port_that_hasura_lost_keeps_its_people() {
        Standing alive = new Standing(Standing.Registration.ALIVE, Optional.of(ALICE), People.NOBODY);

        ProvisionPlan plan = done(Plans.provision(aPort().build(), held(ROLE, Export.of()), alive));

        assertThat(plan.isNew()).isFalse();
        assertThat(plan.plan().steps()).noneMatch(step -> step instanceof HasuraStep.PutAccess);
    }

    @Test
    void a_living_port_whose_role_is_lost_gets_its_people_back_before_its_root_fields() {
        Standing alive = new Standing(Standing.Registration.ALIVE, Optional.of(ALICE), LOCKED);
        Export export = Export.of().with(aPort().build());

        Plan plan =
                done(Plans.provision(aPort().build(), nothing(export), alive)).plan();

        assertThat(plan.steps())
                .startsWith(
                        new HasuraStep.PutRole(ROLE, component(), List.of(), false),
                        new HasuraStep.PutAccess(ROLE, component(), ALICE, LOCKED));
    }

    @Test
    void a_lost_role_whose_people_are_not_known_is_told() {
        Standing alive = new Standing(Standing.Registration.ALIVE, Optional.empty(), People.NOBODY);
        Export export = Export.of().with(aPort().build());

        Plan plan =
                done(Plans.provision(aPort().build(), nothing(export), alive)).plan();

        assertThat(plan.steps()).noneMatch(step -> step instanceof HasuraStep.PutAccess);
        assertThat(plan.warnings()).anyMatch(line -> line.contains("it is not known who had it"));
    }

    @Test
    void a_port_whose_removal_was_begun_keeps_nobody_whatever_is_known_of_it() {
        Standing closed = new Standing(Standing.Registration.CLOSED, Optional.of(ALICE), People.NOBODY);

        Plan plan = done(Plans.provision(aPort().build(), held(ROLE, Export.of()), closed))
                .plan();

        assertThat(plan.steps()).contains(new HasuraStep.PutAccess(ROLE, component(), People.NOBODY, People.NOBODY));
    }

    @Test
    void the_role_that_the_role_mapper_holds_is_kept() {
        Export export = Export.of().with(aPort().build(), OLD_ROLE);

        ProvisionPlan plan = provision(aPort().build(), held(OLD_ROLE, export));

        assertThat(plan.role()).isEqualTo(OLD_ROLE);
        assertThat(plan.plan().steps()).extracting(Step::phase).containsExactly("hasura", "confirm", "role");
    }

    @Test
    void a_role_of_another_component_is_refused_before_anything_is_done() {
        Actual others = nothing(Export.of().with(aPort().build())).withRole(Optional.empty(), Optional.of("urn:other"));

        assertThat(messages(Plans.provision(aPort().build(), others)))
                .containsExactly("Role " + ROLE + " belongs to another component: urn:other.");
        assertThat(Plans.taken(aPort().identity(), aPort().build().names(), others))
                .extracting(Problem::code)
                .containsExactly(PlanProblems.ROLE_TAKEN);
    }

    /** The role mapper gives no role back: not after a removal, and not after a rename of the port that had the name. */
    @Test
    void a_name_that_another_component_has_given_up_is_free_with_a_role_of_its_own() {
        WantedPort renamed = aPort().named("other").build();
        Actual givenUp = nothing(Export.of().with(renamed, ROLE)).withRole(Optional.empty(), Optional.of("urn:other"));

        ProvisionPlan plan = provision(aPort().build(), givenUp);

        assertThat(plan.role()).matches(ROLE + "_[0-9a-f]{6}");
        assertThat(plan.isNew()).isTrue();
        assertThat(Plans.taken(aPort().identity(), aPort().build().names(), givenUp))
                .isEmpty();
    }

    @Test
    void a_port_with_a_role_of_its_own_is_found_by_it() {
        String own = aPort().identity().ownRole().orElseThrow();
        Export export = Export.of().with(aPort().build(), own);
        Actual living = held(own, export);

        assertThat(provision(aPort().build(), living).isNew()).isFalse();
        assertThat(Plans.unprovision(aPort().identity(), living))
                .hasValueSatisfying(plan -> assertThat(plan.somethingThere()).isTrue());
    }

    @Test
    void who_is_no_longer_locked_loses_access_at_the_next_provision() {
        Standing formerly = new Standing(
                Standing.Registration.ALIVE, Optional.of(ALICE), People.NOBODY, Optional.of(ALICE.and(LOCKED)));

        Plan plan = done(Plans.provision(aPort().build(), held(ROLE, Export.of().with(aPort().build())), formerly))
                .plan();

        assertThat(plan.steps()).endsWith(new HasuraStep.PutAccess(ROLE, component(), ALICE, People.NOBODY));
    }

    @Test
    void a_stream_is_confirmed_as_a_subscription() {
        WantedPort streaming =
                aPort().offering(SELECT, SELECT_AGGREGATE, SELECT_STREAM).build();

        Plan plan = provision(streaming, nothing(Export.of())).plan();

        assertThat(plan.steps())
                .contains(new HasuraStep.Confirm(ROLE, Set.of(SELECTED, AGGREGATED), Set.of(PREFIX + "stream")));
    }

    @Test
    void the_plan_says_which_columns_consumers_lose() {
        Export export =
                Export.of().with(aPort().withColumns("id", "day", "note").build());

        Plan plan =
                provision(aPort().withColumns("id").build(), held(ROLE, export)).plan();

        assertThat(plan.warnings()).contains("Consumers lose these columns: day, note.");
    }

    @Test
    void a_star_is_narrowed_and_the_plan_says_by_which_columns() {
        Export export = Export.of().with(aPort().build()).replacing("[\"day\",\"id\"]", "\"*\"");

        Plan plan = provision(aPort().build(), held(ROLE, export)).plan();

        assertThat(plan.warnings()).contains("Consumers lose these columns: note.");
    }

    @Test
    void the_plan_says_which_columns_consumers_find_under_another_name() {
        Export export = Export.of().with(aPort().build());

        Plan plan = provision(aPort().showing("day", "date").build(), held(ROLE, export))
                .plan();

        assertThat(plan.warnings())
                .contains("Consumers find these columns under other names from now on: date (was day).");
    }

    @Test
    void a_permission_that_somebody_else_gave_our_role_is_named_and_left_alone() {
        Export export = Export.of("{\"name\":\"default\",\"kind\":\"postgres\",\"configuration\":{},\"tables\":["
                + "{\"table\":{\"schema\":\"s\",\"name\":\"t\"},\"select_permissions\":[{\"role\":\"" + ROLE
                + "\",\"permission\":{\"columns\":\"*\",\"filter\":{}}}]}]}");

        Plan plan = provision(aPort().build(), nothing(export)).plan();

        assertThat(plan.warnings())
                .contains("Somebody else gave role " + ROLE
                        + " a permission on table s.t of source default; it is left alone.");
        assertThat(plan.steps()).extracting(Step::phase).startsWith("role", "access");
    }

    @Test
    void an_entry_that_somebody_renamed_or_took_the_permission_from_is_still_the_port_s_own_by_the_register() {
        Export served = Export.of().with(aPort().build());

        for (Export changed : List.of(
                served.replacing("\"custom_name\":\"" + PREFIX + "table\"", "\"custom_name\":\"mine\""),
                served.replacing("\"role\":\"" + ROLE + "\"", "\"role\":\"theirs\""))) {
            MetadataChange change = new MetadataChange(registered().identity(), ROLE, Optional.of(registered()));

            assertThat(done(change.edits(changed.actual())).edits())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            MetadataEdit.PutTable.class,
                            edit -> assertThat(TableEntry.read(edit.entry(), ROLE))
                                    .contains(registered().entry(ROLE)));
        }
    }

    @Test
    void an_entry_that_somebody_renamed_and_closed_is_still_the_port_s_own_while_nobody_else_has_it() {
        Export closed = renamedAndClosed("");
        MetadataChange change = new MetadataChange(registered().identity(), ROLE, Optional.of(registered()));

        assertThat(done(change.edits(closed.actual())).edits())
                .singleElement()
                .isInstanceOf(MetadataEdit.PutTable.class);
    }

    @Test
    void one_that_somebody_gave_to_another_role_is_left_alone_and_told() {
        Export theirs = renamedAndClosed("{\"role\":\"theirs\",\"permission\":{\"columns\":\"*\",\"filter\":{}}}");

        ProvisionPlan plan = provision(registered(), nothing(theirs));

        assertThat(plan.place().source()).isEqualTo(registered().ownSourceName());
        assertThat(plan.plan().warnings())
                .anyMatch(warning -> warning.startsWith("Table health.shots of source "
                        + registered().sourceName() + ", where this port was served before, is somebody else's now"));
    }

    private static Export renamedAndClosed(String permission) {
        return Export.of("{\"name\":\"" + registered().sourceName()
                + "\",\"kind\":\"postgres\",\"configuration\":{\"database\":\"db\"},"
                + "\"tables\":[{\"table\":{\"schema\":\"health\",\"name\":\"shots\"},\"configuration\":{\"custom_name\":\"mine\"},"
                + "\"select_permissions\":[" + permission + "]}]}");
    }

    @Test
    void another_component_s_entry_in_the_place_that_the_register_names_is_left_alone() {
        Export others = Export.of().with(aPort().named("other").build());

        ProvisionPlan plan = provision(registered(), nothing(others));

        assertThat(plan.place().source()).isEqualTo(registered().ownSourceName());
    }

    /** The port as the register knows it after its first provision. */
    private static WantedPort registered() {
        WantedPort port = aPort().build();
        ServedPort served = provision(port, nothing(Export.of())).served(port);
        return port.as(Registered.as(port.identity(), served));
    }

    @Test
    void unprovision_takes_access_away_before_the_table() {
        Export export = Export.of().with(aPort().build());

        RemovalPlan plan =
                Plans.unprovision(aPort().identity(), held(ROLE, export)).orElseThrow();

        assertThat(plan.somethingThere()).isTrue();
        assertThat(described(Plans.closing(aPort().identity(), held(ROLE, export))))
                .containsExactly("access: Nobody has role " + ROLE, "role: Role " + ROLE + " may use no root field");
        assertThat(described(plan.plan())).containsExactly("hasura: Nothing of role " + ROLE + " is left in Hasura");
    }

    @Test
    void unprovision_removes_from_hasura_what_the_role_mapper_never_knew() {
        Export export = Export.of().with(aPort().build());

        RemovalPlan plan =
                Plans.unprovision(aPort().identity(), nothing(export)).orElseThrow();

        assertThat(plan.plan().steps()).extracting(Step::phase).containsExactly("hasura");
    }

    @Test
    void unprovision_empties_the_role_even_where_hasura_holds_nothing() {
        RemovalPlan plan =
                Plans.unprovision(aPort().identity(), held(ROLE, Export.of())).orElseThrow();

        assertThat(plan.somethingThere()).isFalse();
        assertThat(Plans.closing(aPort().identity(), held(ROLE, Export.of())).steps())
                .extracting(Step::phase)
                .containsExactly("access", "role");
    }

    @Test
    void unprovision_of_what_nobody_knows_is_no_plan() {
        PortIdentity unreadable = new PortIdentity(component(), Optional.empty(), List.of(), Optional.empty());
        Export export = Export.of().with(aPort().build());

        assertThat(Plans.unprovision(aPort().identity(), nothing(Export.of()))).isEmpty();
        assertThat(Plans.unprovision(unreadable, nothing(export))).isEmpty();
    }

    @Test
    void unprovision_finds_a_port_by_its_kept_role_when_its_names_cannot_be_read() {
        PortIdentity unreadable = new PortIdentity(component(), Optional.empty(), List.of(), Optional.empty());
        Export export = Export.of().with(aPort().build());

        assertThat(Plans.unprovision(unreadable, held(ROLE, export)))
                .hasValueSatisfying(plan -> assertThat(plan.somethingThere()).isTrue());
    }

    @Test
    void access_is_given_to_exactly_the_people_of_the_snapshot() {
        Actual living = held(ROLE, Export.of().with(aPort().build()));
        People ann = People.of(List.of("user:ann", "group:g"));

        Plan plan = done(Plans.access(aPort().identity(), living, ann, People.NOBODY));

        assertThat(plan.steps()).containsExactly(new HasuraStep.PutAccess(ROLE, component(), ann, People.NOBODY));
    }

    @Test
    void nobody_is_given_access_to_a_port_that_is_not_there() {
        String refusal = "Component " + component() + " is not provisioned, so nobody can be given access to it.";
        Export export = Export.of().with(aPort().build());

        assertThat(messages(Plans.access(aPort().identity(), held(ROLE, Export.of()), People.NOBODY, People.NOBODY)))
                .containsExactly(refusal);
        assertThat(messages(Plans.access(aPort().identity(), nothing(export), People.NOBODY, People.NOBODY)))
                .containsExactly(refusal);
    }

    @Test
    void after_a_failure_the_role_keeps_the_fields_that_its_people_see() {
        Actual living = held(ROLE, Export.of().with(aPort().build()));

        Optional<HasuraStep.PutRole> step = Plans.settle(
                aPort().identity(), living, Optional.of(Set.of(SELECTED, PREFIX + "stream", "somebody_elses")));

        assertThat(step).contains(new HasuraStep.PutRole(ROLE, component(), List.of(SELECTED, PREFIX + "stream")));
    }

    @Test
    void after_a_failure_a_role_that_may_not_ask_keeps_what_its_entry_names() {
        Actual living = held(ROLE, Export.of().with(aPort().build()));

        Optional<HasuraStep.PutRole> step = Plans.settle(aPort().identity(), living, Optional.empty());

        assertThat(step)
                .contains(new HasuraStep.PutRole(
                        ROLE, component(), List.of(SELECTED, PREFIX + "by_pk", AGGREGATED, PREFIX + "stream")));
    }

    @Test
    void after_a_failure_a_new_port_has_nothing() {
        assertThat(Plans.settle(aPort().identity(), held(ROLE, Export.of()), Optional.empty()))
                .contains(new HasuraStep.PutRole(ROLE, component(), List.of()));
        assertThat(Plans.settle(aPort().identity(), nothing(Export.of()), Optional.empty()))
                .isEmpty();
    }

    private static String component() {
        return aPort().identity().component();
    }

    private static Actual nothing(Export export) {
        return Actual.NOTHING_READ.withMetadata(export.actual());
    }

    private static Actual held(String role, Export export) {
        return nothing(export).withRole(Optional.of(role), Optional.of(component()));
    }

    private static ProvisionPlan provision(WantedPort wanted, Actual actual) {
        return done(Plans.provision(wanted, actual));
    }

    private static List<String> described(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.phase() + ": " + step.describe())
                .toList();
    }

    private static List<String> messages(Outcome<?> outcome) {
        return outcome
                .<List<Problem>>match(value -> List.of(), (after, problem) -> List.of(), problems -> problems)
                .stream()
                .map(Problem::message)
                .toList();
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }
}
