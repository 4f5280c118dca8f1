package io.outputport.sharing.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.RootSetting;
import io.outputport.sharing.storage.local.LocalRoots;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A storage at S3 is set under one name with endings. */
class S3SettingsTest {
    private static final String NAME = "SHARING_STORAGE_LAKE";

    @TempDir
    Path machine;

    @Test
    void at_amazon_the_region_says_where() {
        S3Settings read = read("s3://orders-lake/shared/");

        assertThat(read.name()).isEqualTo("lake");
        assertThat(read.prefix().value()).isEqualTo("shared");
        assertThat(read.address().origin()).isEqualTo("https://orders-lake.s3.eu-west-1.amazonaws.com");
        assertThat(read.readers()).isEqualTo(read.address());
        assertThat(read("s3://orders.lake").address().origin()
                        + read("s3://orders.lake").address().path())
                .isEqualTo("https://s3.eu-west-1.amazonaws.com/orders.lake/");
    }

    @Test
    void elsewhere_readers_may_reach_it_under_another_address() {
        S3Settings read =
                read("s3://lake", "_ENDPOINT", "http://store:9000", "_PUBLIC_ENDPOINT", "https://store.example");

        assertThat(read.address().endpoint()).isEqualTo(URI.create("http://store:9000"));
        assertThat(read.readers().origin() + read.readers().path()).isEqualTo("https://store.example/lake/");
        assertThat(read("s3://lake", "_ENDPOINT", "http://store:9000", "_PATH_STYLE", "false")
                        .address()
                        .origin())
                .isEqualTo("http://lake.store:9000");
    }

    @Test
    void secrets_may_stand_in_files_and_are_shown_nowhere() throws IOException {
        Path file = Files.writeString(machine.resolve("secret"), "from-a-file\n");
        Map<String, String> all = all("s3://lake");
        all.remove(NAME + "_SECRET_ACCESS_KEY");
        all.put(NAME + "_SECRET_ACCESS_KEY_FILE", file.toString());

        S3Settings read = read(all);

        assertThat(read.key().secret().reveal()).isEqualTo("from-a-file");
        assertThat(read.toString()).doesNotContain("from-a-file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3://|must be s3://<bucket>/<prefix>",
                "s3://UPPER|must be s3://<bucket>/<prefix>",
                "s3://lake//a|has a prefix that is no path",
                "s3://lake/../a|has a prefix that is no path",
            })
    void a_root_that_is_none_stops_the_start(String root, String why) {
        assertThatThrownBy(() -> read(root))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"_REGION", "_ACCESS_KEY_ID", "_SECRET_ACCESS_KEY"})
    void what_is_missing_is_named(String ending) {
        Map<String, String> all = all("s3://lake");
        all.remove(NAME + ending);

        assertThatThrownBy(() -> read(all))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(NAME + ending);
    }

    @Test
    void what_belongs_to_no_storage_at_s3_stops_the_start_without_its_value() {
        Map<String, String> settings =
                Map.of(NAME, machine.toString(), NAME + "_SECRET_ACCESS_KEY", "hidden-in-plain-sight");

        assertThatThrownBy(() -> new LocalRoots(Settings.of(settings), new SigningKey(new byte[32])))
                .isInstanceOf(SettingsException.class)
                .hasMessage(NAME + "_SECRET_ACCESS_KEY belongs to a storage at S3, but " + NAME
                        + " is not set to s3://<bucket>/<prefix>.");
    }

    private static S3Settings read(String root, String... more) {
        Map<String, String> all = all(root);
        for (int at = 0; at < more.length; at += 2) {
            all.put(NAME + more[at], more[at + 1]);
        }
        return read(all);
    }

    private static S3Settings read(Map<String, String> all) {
        Settings settings = Settings.of(all);
        return S3Settings.of(settings, RootSetting.all(settings).get(0));
    }

    private static Map<String, String> all(String root) {
        return new HashMap<>(Map.of(
                NAME,
                root,
                NAME + "_REGION",
                "eu-west-1",
                NAME + "_ACCESS_KEY_ID",
                "AKID",
                NAME + "_SECRET_ACCESS_KEY",
                "secret"));
    }
}
