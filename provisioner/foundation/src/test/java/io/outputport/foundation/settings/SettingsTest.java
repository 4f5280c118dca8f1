package io.outputport.foundation.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private enum Colour {
        RED,
        GREEN
    }

    @TempDir
    Path folder;

    @Test
    void what_is_not_set_or_blank_takes_the_default() {
        Settings settings = Settings.of(Map.of("BLANK", "  "));

        assertThat(settings.text("BLANK")).isEmpty();
        assertThat(settings.text("BLANK", "some")).isEqualTo("some");
        assertThat(settings.number("BLANK", 7, 1, 9)).isEqualTo(7);
        assertThat(settings.flag("BLANK", true)).isTrue();
        assertThat(settings.duration("BLANK", Duration.ofSeconds(3))).hasSeconds(3);
        assertThat(settings.choice("BLANK", Colour.class, Colour.RED)).isEqualTo(Colour.RED);
        assertThat(settings.url("BLANK")).isEmpty();
        assertThat(settings.secret("BLANK")).isEmpty();
    }

    @Test
    void what_is_set_wins_and_spaces_around_it_do_not_count() {
        Settings settings = Settings.of(
                Map.of("TEXT", " a b ", "NUMBER", " 9 ", "FLAG", "TRUE", "COLOUR", "Green", "TIME", " 2m "));

        assertThat(settings.text("TEXT")).contains("a b");
        assertThat(settings.number("NUMBER", 7, 1, 9)).isEqualTo(9);
        assertThat(settings.flag("FLAG", false)).isTrue();
        assertThat(settings.choice("COLOUR", Colour.class, Colour.RED)).isEqualTo(Colour.GREEN);
        assertThat(settings.duration("TIME", Duration.ZERO)).hasMinutes(2);
    }

    @Test
    void a_required_setting_that_is_missing_is_named() {
        Settings settings = Settings.of(Map.of("URL", " "));

        assertThatThrownBy(() -> settings.required("NAME")).hasMessage("NAME is not set.");
        assertThatThrownBy(() -> settings.requiredUrl("URL")).hasMessage("URL is not set.");
        assertThatThrownBy(() -> settings.requiredSecret("KEY")).hasMessage("KEY (or KEY_FILE) is not set.");
    }

    @Test
    void all_required_settings_that_are_missing_are_named_at_once() {
        Settings settings = Settings.of(Map.of("URL", " ", "KEY_FILE", "key.txt"));

        assertThatThrownBy(() -> settings.requireAll(List.of("URL", "KEY", "NAME")))
                .hasMessage("URL, NAME are not set.");
        assertThatThrownBy(() -> settings.requireAll(List.of("KEY", "NAME"))).hasMessage("NAME is not set.");
        assertThatCode(() -> settings.requireAll(List.of("KEY"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "secret\n", "secret\r\n"})
    void a_secret_comes_from_a_file_without_its_last_line_break(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), content);

        assertThat(Settings.of(Map.of("KEY_FILE", file.toString())).secret("KEY"))
                .contains(new Secret("secret"));
    }

    @Test
    void line_ends_behind_a_secret_go_and_those_within_stay() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "line one\nline two\r\n\n");

        assertThat(Settings.of(Map.of("KEY_FILE", file.toString()))
                        .requiredSecret("KEY")
                        .reveal())
                .isEqualTo("line one\nline two");
    }

    @Test
    void a_secret_in_a_variable_may_end_in_a_line_feed_as_those_of_kubernetes_do() {
        assertThat(Settings.of(Map.of("KEY", "hunter2\n")).requiredSecret("KEY").reveal())
                .isEqualTo("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "'hun\nter2', 4 of 8 (LINE FEED (LF))",
        "'hunter ', 7 of 7 (SPACE)",
        "hünter, '2 of 6 (LATIN SMALL LETTER U WITH DIAERESIS)'"
    })
    void a_secret_that_no_header_can_carry_stops_the_start_and_is_not_repeated(String secret, String where) {
        Settings settings = Settings.of(Map.of("KEY", secret.replace("\\n", "\n")));

        assertThatThrownBy(() -> settings.requiredHeaderSecret("KEY"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("KEY is sent in an HTTP header, where its character " + where + " cannot stand.");
    }

    @Test
    void a_value_that_the_locale_garbled_is_refused_with_the_remedy() {
        Settings settings = Settings.of(Map.of("NAME", "Z\uFFFD\uFFFDrich"));

        assertThatThrownBy(() -> settings.text("NAME"))
                .hasMessage("NAME holds characters that this process cannot read in its locale; set LC_ALL=C.UTF-8 and"
                        + " start again.");
        assertThatThrownBy(() -> settings.secret("NAME")).hasMessageStartingWith("NAME holds characters");
    }

    @Test
    void a_secret_file_in_another_encoding_is_said_to_be_none_in_utf_8() throws IOException {
        Path file = Files.write(folder.resolve("latin"), new byte[] {'h', (byte) 0xFC, 'n'});

        assertThatThrownBy(
                        () -> Settings.of(Map.of("KEY_FILE", file.toString())).secret("KEY"))
                .hasMessage("KEY_FILE names a file that is not text in UTF-8: " + file + ".");
    }

    @Test
    void a_secret_in_the_variable_itself_is_taken_as_it_stands() {
        assertThat(Settings.of(Map.of("KEY", " p w ")).requiredSecret("KEY").reveal())
                .isEqualTo(" p w ");
    }

    @Test
    void a_secret_file_that_is_missing_or_given_twice_stops_the_start() {
        String file = folder.resolve("nowhere").toString();

        assertThatThrownBy(() -> Settings.of(Map.of("KEY_FILE", file)).secret("KEY"))
                .hasMessage("KEY_FILE names a file that cannot be read: " + file + ".");
        assertThatThrownBy(() ->
                        Settings.of(Map.of("KEY_FILE", file, "KEY", "hunter2")).secret("KEY"))
                .hasMessage("Both KEY and KEY_FILE are set; keep one of them.");
    }

    @Test
    void a_file_that_is_empty_is_a_missing_secret() throws IOException {
        Path file = Files.writeString(folder.resolve("empty"), "\n");

        assertThatThrownBy(
                        () -> Settings.of(Map.of("KEY_FILE", file.toString())).secret("KEY"))
                .hasMessage("KEY_FILE names an empty file: " + file + ".");
    }

    @Test
    void a_secret_never_shows_itself() {
        assertThat(new Secret("hunter2")).hasToString("***");
    }

    @ParameterizedTest
    @CsvSource({
        "15, 15000",
        "500ms, 500",
        "10s, 10000",
        "10 s, 10000",
        "1.5s, 1500",
        "5m, 300000",
        "2h, 7200000",
        "30d, 2592000000",
        "0, 0"
    })
    void durations_are_read_in_every_form(String text, long millis) {
        assertThat(Settings.of(Map.of("TIME", text)).duration("TIME", Duration.ofDays(9)))
                .hasMillis(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5s", "5 weeks", "s", "1e3", "PT5S", "5S", "1.2345s", "99999999999"})
    void another_duration_is_refused_with_what_to_write(String text) {
        assertThatThrownBy(() -> Settings.of(Map.of("TIME", text)).duration("TIME", Duration.ZERO))
                .isInstanceOf(SettingsException.class)
                .hasMessage("TIME is \"" + text + "\", but must be a duration such as 500ms, 10s, 5m or 30d.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "1.0", "one", "99999999999"})
    void a_number_out_of_its_range_is_refused_with_the_range(String text) {
        assertThatThrownBy(() -> Settings.of(Map.of("N", text)).number("N", 5, 1, 9))
                .hasMessage("N is \"" + text + "\", but must be a whole number from 1 to 9.");
    }

    @Test
    void flags_and_choices_name_what_they_may_be() {
        Settings settings = Settings.of(Map.of("FLAG", "yes", "COLOUR", "blue"));

        assertThatThrownBy(() -> settings.flag("FLAG", false))
                .hasMessage("FLAG is \"yes\", but must be true or false.");
        assertThatThrownBy(() -> settings.choice("COLOUR", Colour.class, Colour.RED))
                .hasMessage("COLOUR is \"blue\", but must be one of red, green.");
    }

    @Test
    void an_address_loses_the_slashes_at_its_end() {
        assertThat(Settings.of(Map.of("URL", "https://host:8443/base//")).requiredUrl("URL"))
                .isEqualTo(URI.create("https://host:8443/base"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"host:8080", "ftp://host", "http://", "/path", "http://a b", "jdbc:postgresql://u:hunter2@h"})
    void what_is_no_address_is_refused_without_being_repeated(String text) {
        assertThatThrownBy(() -> Settings.of(Map.of("URL", text)).url("URL"))
                .hasMessage("URL is not an http or https address, such as http://host:8080.");
    }

    private static final OwnNames OWN =
            new OwnNames("printer", Set.of("PRINTER_PORT", "PRINTER_HOST"), Set.of("PRINTER_TRAY_"));

    @Test
    void an_unknown_name_under_our_prefix_is_a_typing_error() {
        assertThatThrownBy(() -> Settings.of(Map.of("PRINTER_PROT", "1", "PRINTER_TRAY_A", "x"), OWN))
                .hasMessage("PRINTER_PROT is not a setting of the printer; known are PRINTER_HOST, PRINTER_PORT,"
                        + " PRINTER_TRAY_….");
    }

    @Test
    void names_under_other_prefixes_are_nobody_s_business() {
        assertThat(Settings.of(Map.of("PRINTERS", "x", "HASURA_TYPO", "x"), OWN).text("HASURA_TYPO"))
                .contains("x");
    }

    @ParameterizedTest
    @CsvSource({
        "PRINTER_SERVICE_HOST, 10.0.0.1",
        "PRINTER_SERVICE_PORT, 5002",
        "PRINTER_SERVICE_PORT_HTTP, 5002",
        "PRINTER_PORT, tcp://10.0.0.1:5002",
        "PRINTER_HASURA_PORT, tcp://10.0.0.1:5002",
        "PRINTER_PORT_5002_TCP, tcp://10.0.0.1:5002",
        "PRINTER_PORT_5002_TCP_ADDR, 10.0.0.1"
    })
    void what_kubernetes_adds_for_a_service_of_that_name_is_ignored(String name, String value) {
        assertThat(Settings.of(Map.of(name, value), OWN).text(name)).isEmpty();
    }
}
