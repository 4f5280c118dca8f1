package io.outputport.provisioner.hasura.descriptor;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.DescriptorBuilder;
import io.outputport.provisioner.descriptor.FakeTechnology;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.descriptor.source.NamePattern;
import io.outputport.provisioner.descriptor.source.SourceRules;
import io.outputport.provisioner.descriptor.source.SourceRules.DatabasePlace;
import io.outputport.provisioner.descriptor.source.SourceRules.DomainSources;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A product of domain energy that publishes {@code demo.energy}, and what its operators allow. */
class SourceRightTest {
    private static final DescriptorBuilder ENERGY = aDescriptor();

    @Test
    void without_a_rule_of_anybody_everything_may_be_published() {
        assertThat(problems(SourceRules.NONE, ENERGY)).isEmpty();
    }

    @Test
    void what_the_rules_of_the_domain_hold_may_be_published() {
        assertThat(problems(rules(rule("energy", "demo.energy")), ENERGY)).isEmpty();
        assertThat(problems(rules(rule("energy", "demo.other", "demo.en*")), ENERGY))
                .isEmpty();
        assertThat(problems(rules(rule("lab", "demo.lab"), rule("ENERGY", "demo.*")), ENERGY))
                .isEmpty();
        assertThat(problems(rules(rule("*", "*.energy")), ENERGY)).isEmpty();
    }

    @Test
    void anything_else_is_refused_where_the_descriptor_names_its_schema() {
        SourceRules rules = rules(rule("energy", "demo.meters", "demo.tariffs_*"), rule("lab", "demo.energy"));

        Problem problem = problems(rules, ENERGY).get(0);

        assertThat(problem.code().id()).isEqualTo("source-not-allowed");
        assertThat(problem.path()).contains("dataProduct.components[1].specific.schema");
        assertThat(problem.position()).isPresent();
        assertThat(problem.message())
                .isEqualTo("Domain \"energy\" may not publish schema \"energy\" of database \"demo\" (postgres).");
        assertThat(problem.hint())
                .hasValueSatisfying(hint -> assertThat(hint)
                        .startsWith("It may publish demo.meters, demo.tariffs_*.")
                        .contains("SOURCE_RULES"));
    }

    @Test
    void a_domain_without_a_rule_may_publish_nothing() {
        assertThat(problems(rules(rule("lab", "*.*")), ENERGY))
                .singleElement()
                .satisfies(problem -> assertThat(problem.hint().orElseThrow()).startsWith("It may publish nothing."));
    }

    @Test
    void defaults_count_and_are_shown_at_the_technology() {
        DescriptorBuilder byDefault = aDescriptor().sourceWithout("specific.schema");

        assertThat(problems(rules(rule("energy", "demo.public")), byDefault)).isEmpty();
        assertThat(problems(rules(rule("energy", "demo.energy")), byDefault))
                .singleElement()
                .satisfies(problem -> assertThat(problem.path()).contains("dataProduct.components[1].technology"));
    }

    @Test
    void a_rule_of_one_technology_says_nothing_of_another() {
        DatabasePlace place = new DatabasePlace(Optional.of("snowflake"), new NamePattern("*"), new NamePattern("*"));
        SourceRules rules = SourceRules.of(List.of(new DomainSources(new NamePattern("energy"), List.of(place))));

        assertThat(problems(rules, ENERGY)).hasSize(1);
        assertThat(problems(rules, aDescriptor().source("technology", "Snowflake")))
                .isEmpty();
    }

    @Test
    void names_that_the_database_may_have_in_upper_case_pass_until_it_has_told_which_they_are() {
        SourceRules rules = rules(rule("energy", "DEMO.ENERGY"));
        assertThat(problems(rules, ENERGY)).isEmpty();

        assertThat(rules.allow("energy", new SourceTable("postgres", "DEMO", "ENERGY", "V")))
                .isTrue();
        assertThat(rules.allow("energy", new SourceTable("postgres", "demo", "energy", "v")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "finance, finance, true",
        "finance, financeB, false",
        "fin*, finance, true",
        "fin*, fin, true",
        "*nce, finance, true",
        "*nce, financer, false",
        "f*n*e, finance, true",
        "*, anything, true",
        "f**e, fe, true",
        "fin, finance, false",
    })
    void a_star_is_any_characters(String pattern, String schema, boolean allowed) {
        assertThat(rules(rule("energy", "demo." + pattern))
                        .allow("energy", new SourceTable("postgres", "demo", schema, "v")))
                .isEqualTo(allowed);
    }

    private static List<Problem> problems(SourceRules rules, DescriptorBuilder descriptor) {
        return new DescriptorCheck(
                        DescriptorLimits.standard(),
                        Optional.empty(),
                        List.of(new HasuraNotation(
                                List.of(FakeTechnology.postgres(), new FakeTechnology("snowflake")), rules)))
                .check("COMPONENT_DESCRIPTOR", descriptor.yaml())
                .match(done -> List.of(), (after, problem) -> List.of(problem), found -> found);
    }

    private static SourceRules rules(DomainSources... rules) {
        return SourceRules.of(List.of(rules));
    }

    private static DomainSources rule(String domain, String... places) {
        return new DomainSources(
                new NamePattern(domain.toLowerCase(java.util.Locale.ROOT)),
                List.of(places).stream()
                        .map(place -> place.split("\\."))
                        .map(names -> new DatabasePlace(
                                Optional.empty(), new NamePattern(names[0]), new NamePattern(names[1])))
                        .toList());
    }
}
