package io.outputport.provisioner.source.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresSettingsTest {
    private static final Map<String, String> NEEDED = Map.of(
            "POSTGRES_URL", "jdbc:postgresql://db.example/shop",
            "POSTGRES_USER", "reader",
            "POSTGRES_PASSWORD", "s3cret",
            "POSTGRES_SOURCES", "shop=SHOP_URL");

    @Test
    void no_setting_means_no_postgresql() {
        assertThat(PostgresSettings.from(Settings.of(Map.of("SOURCE_TIMEOUT", "5s"))))
                .isEmpty();
    }

    @Test
    void what_is_not_set_has_a_default() {
        PostgresSettings settings = with("POSTGRES_USER", "reader");

        assertThat(settings.maxConnections()).isEqualTo(5);
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(8));
        assertThat(settings.url().hosts()).isEqualTo("db.example:5432");
    }

    @Test
    void every_setting_is_read(@TempDir Path folder) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "from a file\n");

        PostgresSettings settings = PostgresSettings.from(Settings.of(Map.of(
                        "POSTGRES_URL", "postgres://DB.example:6432/shop%20floor?sslmode=require",
                        "POSTGRES_USER", "reader",
                        "POSTGRES_PASSWORD_FILE", password.toString(),
                        "POSTGRES_SOURCES", "shop floor=SHOP_URL, stock = STOCK_URL",
                        "POSTGRES_MAX_CONNECTIONS", "9",
                        "SOURCE_TIMEOUT", "3s")))
                .orElseThrow();

        assertThat(settings.url())
                .isEqualTo(new PostgresUrl("db.example:6432", "shop floor", "sslmode=require", false));
        assertThat(settings.url().jdbc("stock/1&a=b"))
                .isEqualTo("jdbc:postgresql://db.example:6432/stock%2F1%26a%3Db?sslmode=require");
        assertThat(settings.user()).isEqualTo("reader");
        assertThat(settings.password().reveal()).isEqualTo("from a file");
        assertThat(settings.sources()).isEqualTo(Map.of("shop floor", "SHOP_URL", "stock", "STOCK_URL"));
        assertThat(settings.maxConnections()).isEqualTo(9);
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.toString()).doesNotContain("from a file");
    }

    @Test
    void some_settings_without_the_others_are_an_error() {
        Settings some = Settings.of(Map.of("POSTGRES_URL", "jdbc:postgresql://db/shop", "POSTGRES_USER", "reader"));

        assertThatThrownBy(() -> PostgresSettings.from(some))
                .isInstanceOf(SettingsException.class)
                .hasMessage("POSTGRES_PASSWORD, POSTGRES_SOURCES are not set; for PostgreSQL sources set all of"
                        + " POSTGRES_URL, POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_SOURCES,"
                        + " without PostgreSQL sources none.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POSTGRES_URL             | jdbc:mysql://db/shop                          | POSTGRES_URL is not an address such as
            POSTGRES_URL             | jdbc:postgresql://db/                         | POSTGRES_URL is not an address such as
            POSTGRES_URL             | jdbc:postgresql://db/a%zz                     | POSTGRES_URL is not an address such as
            POSTGRES_URL             | postgres://me:s3cret@db/shop                  | POSTGRES_URL holds a user or password
            POSTGRES_URL             | jdbc:postgresql://db/shop?a=b&password=s3cret | POSTGRES_URL holds a user or password
            POSTGRES_SOURCES         | shop                                          | POSTGRES_SOURCES must be <database>=<variable>
            POSTGRES_SOURCES         | shop=SHOP URL                                 | POSTGRES_SOURCES must be <database>=<variable>
            POSTGRES_SOURCES         | shop=SHOP_URL,                                | POSTGRES_SOURCES must be <database>=<variable>
            POSTGRES_SOURCES         | {{shop}}=SHOP_URL                             | POSTGRES_SOURCES must be <database>=<variable>
            POSTGRES_SOURCES         | shop=A,shop=B                                 | POSTGRES_SOURCES names the database shop twice.
            POSTGRES_MAX_CONNECTIONS | 0                                             | POSTGRES_MAX_CONNECTIONS is "0"
            SOURCE_TIMEOUT           | 10ms                                          | SOURCE_TIMEOUT must be from 1s to 10m.
            """)
    void a_wrong_setting_is_named_and_no_secret_is_shown(String name, String value, String sentence) {
        assertThatThrownBy(() -> with(name, value))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(sentence)
                .hasMessageNotContaining("s3cret");
    }

    private static PostgresSettings with(String name, String value) {
        Map<String, String> environment = new HashMap<>(NEEDED);
        environment.put(name, value);
        return PostgresSettings.from(Settings.of(environment)).orElseThrow();
    }
}
