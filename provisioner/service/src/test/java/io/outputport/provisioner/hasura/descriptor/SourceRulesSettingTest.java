package io.outputport.provisioner.hasura.descriptor;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.descriptor.FakeTechnology;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.SourceRules;
import io.outputport.provisioner.flow.validation.World;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.port.PortTechnology;
import io.outputport.provisioner.port.ProvisionRequest;
import io.outputport.provisioner.port.people.Standing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRulesSettingTest {
    private static final SourceTable INVOICES = new SourceTable("postgres", "sales", "finance", "invoices");

    @Test
    void several_rules_with_several_places_are_read_with_spaces_and_lines_between_them() {
        SourceRules rules = read("""
                domain:Finance = postgres:sales.finance , snowflake:FINANCE.*;
                lab=sales.lab_*
                """);

        assertThat(rules.allow("finance", INVOICES)).isTrue();
        assertThat(rules.allow("FINANCE ", INVOICES)).isTrue();
        assertThat(rules.allow("lab", INVOICES)).isFalse();
        assertThat(rules.shown("finance")).isEqualTo("postgres:sales.finance, snowflake:FINANCE.*");
        assertThat(rules.shown("lab")).isEqualTo("sales.lab_*");
    }

    @Test
    void without_the_setting_nothing_is_decided() {
        assertThat(SourceRulesSetting.read(Settings.of(Map.of()), List.of(FakeTechnology.postgres())))
                .isEqualTo(SourceRules.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "finance",
                "=sales.finance",
                "finance=",
                "finance=sales",
                "finance=sales.finance.invoices",
                "finance=.finance",
                "finance=sales.finance,",
                "finance=oracle:sales.finance",
                ";"
            })
    void what_cannot_be_read_stops_the_start_and_names_the_setting(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("SOURCE_RULES has ")
                .hasMessageContaining("Write for example");
    }

    @Test
    void what_the_database_names_otherwise_than_the_descriptor_is_judged_by_what_it_says() {
        try (World world = new World().withSource()) {
            String descriptor = aDescriptor().yaml();
            world.allowing(read("energy=DEMO.ENERGY"));
            PortTechnology technology = world.technologies().all().get(0);

            var wanted = world.check()
                    .check("COMPONENT_DESCRIPTOR", descriptor)
                    .then(read -> technology.provision(
                            new ProvisionRequest(
                                    read, KnownPort.unknown(read.component()), Standing.UNKNOWN, false, "key"),
                            world.progress));

            List<String> codes = wanted.match(
                    done -> List.of(),
                    (after, problem) -> List.of("later"),
                    problems -> problems.stream()
                            .map(problem -> problem.code().id())
                            .toList());
            assertThat(codes).containsExactly("source-not-allowed");
        }
    }

    private static SourceRules read(String text) {
        return SourceRulesSetting.read(
                Settings.of(Map.of("SOURCE_RULES", text)),
                List.of(FakeTechnology.postgres(), new FakeTechnology("snowflake")));
    }
}
