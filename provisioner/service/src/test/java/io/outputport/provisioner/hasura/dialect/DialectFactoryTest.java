package io.outputport.provisioner.hasura.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialectFactoryTest {
    private final DialectFactory factory = new DialectFactory();

    @Test
    void without_settings_hasura_is_still_spoken_to_of_every_technology() {
        Settings none = Settings.of(Map.of());

        assertThat(factory.postgres(none).technology()).isEqualTo("postgres");
        assertThat(factory.snowflake(none).technology()).isEqualTo("snowflake");
    }
}
