package io.outputport.provisioner.source.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.transport.CallMeter;
import io.outputport.provisioner.descriptor.source.SwitchedOff;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresFactoryTest {
    @Test
    void without_settings_the_technology_is_known_but_off() {
        PostgresFactory factory = factory(Settings.of(Map.of()));

        assertThat(factory.technology()).isInstanceOf(SwitchedOff.class);
        assertThat(factory.technology().isMeantBy("postgresql")).isTrue();
    }

    @Test
    void with_settings_it_is_on() {
        PostgresFactory factory = factory(Settings.of(Map.of(
                "POSTGRES_URL", "jdbc:postgresql://db.example/shop",
                "POSTGRES_USER", "reader",
                "POSTGRES_PASSWORD", "s3cret",
                "POSTGRES_SOURCES", "shop=SHOP_URL")));

        assertThat(factory.technology()).isInstanceOf(PostgresTechnology.class);
    }

    @Test
    void a_wrong_setting_stops_the_start() {
        assertThatThrownBy(() -> factory(Settings.of(Map.of("POSTGRES_USER", "reader"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("POSTGRES_URL, POSTGRES_PASSWORD, POSTGRES_SOURCES are not set");
    }

    private static PostgresFactory factory(Settings settings) {
        return new PostgresFactory(settings, OpenTelemetry.noop(), CallMeter.NONE);
    }
}
