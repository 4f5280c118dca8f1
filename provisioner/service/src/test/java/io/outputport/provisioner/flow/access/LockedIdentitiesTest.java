package io.outputport.provisioner.flow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.port.people.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockedIdentitiesTest {
    @Test
    void nobody_is_locked_by_default() {
        assertThat(LockedIdentities.from(Settings.of(Map.of())).of(product("user:ann", "ops"), Progress.SILENT))
                .isEqualTo(People.NOBODY);
    }

    @Test
    void an_owner_without_prefix_is_a_user_and_a_group_without_prefix_a_group() {
        assertThat(both().of(product("ann_example.com", "ops"), Progress.SILENT))
                .isEqualTo(new People(List.of("user:ann_example.com"), List.of("group:ops")));
        assertThat(both().of(product("group:owners", "group:ops"), Progress.SILENT))
                .isEqualTo(new People(List.of(), List.of("group:owners", "group:ops")));
    }

    @Test
    void a_missing_one_is_skipped_with_a_warning() {
        List<String> told = new ArrayList<>();

        People locked =
                both().of(product("ann", " "), (severity, phase, sentence) -> told.add(severity + " " + sentence));

        assertThat(locked).isEqualTo(new People(List.of("user:ann"), List.of()));
        assertThat(told).hasSize(1).allMatch(line -> line.startsWith("WARNING") && line.contains("devGroup"));
    }

    @Test
    void an_unknown_kind_stops_the_start() {
        assertThatThrownBy(() -> LockedIdentities.from(Settings.of(Map.of("LOCKED_IDENTITIES", "owner,boss"))))
                .isInstanceOf(SettingsException.class);
    }

    private static LockedIdentities both() {
        return LockedIdentities.from(Settings.of(Map.of("LOCKED_IDENTITIES", "owner, devGroup")));
    }

    private static Optional<DataProduct> product(String owner, String group) {
        return Optional.of(new DataProduct(
                text("id"),
                text("name"),
                text("domain"),
                text("1"),
                Optional.empty(),
                Optional.of(owner),
                Optional.of(group).filter(name -> !name.isBlank())));
    }

    private static Located<String> text(String value) {
        return new Located<>(value, "", new Position(1, 1));
    }
}
