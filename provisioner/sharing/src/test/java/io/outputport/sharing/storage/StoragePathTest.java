package io.outputport.sharing.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path names a place below a root, in one way only. */
class StoragePathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"orders", "sales/orders", "sales/orders/", "day=2026-01-01", "a b/ö/日本", "..a/b..", "-", "%2e"})
    void a_path_below_the_root_is_taken(String path) {
        assertThat(StoragePath.parse(path).map(StoragePath::value)).isEqualTo(Outcome.done(path.replaceAll("/$", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/etc",
                "..",
                "../a",
                "a/..",
                "a/../b",
                ".",
                "a/./b",
                "a//b",
                "a\\b",
                "a\nb",
                "a\0b",
                "a\u0085b",
                "//",
                "file:///etc/./passwd"
            })
    void what_could_lead_out_of_the_root_is_refused_with_what_to_write(String path) {
        Outcome<StoragePath> outcome = StoragePath.parse(path);

        assertThat(problem(outcome)).contains("The path \"").contains("Write the path below the storage's root");
        assertThatThrownBy(() -> new StoragePath(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_path_of_a_thousand_and_twenty_four_characters_is_the_longest() {
        String names = ("x".repeat(255) + "/").repeat(4);

        assertThat(StoragePath.parse(names.substring(0, 1_023)).isDone()).isTrue();
        assertThat(problem(StoragePath.parse(names + "x"))).contains("is longer than 1024 characters");
        assertThat(problem(StoragePath.parse("x".repeat(256)))).contains("holds a name longer than 255 bytes");
        assertThat(problem(StoragePath.parse("\u00fc".repeat(128)))).contains("holds a name longer than 255 bytes");
    }

    @Test
    void a_relative_path_stays_below_its_folder() {
        StoragePath table = new StoragePath("sales/orders");

        assertThat(table.below("day=1/part-0.parquet"))
                .isEqualTo(Outcome.done(new StoragePath("sales/orders/day=1/part-0.parquet")));
        assertThat(problem(table.below("../customers/part-0.parquet"))).contains("an empty name, . or ..");
        assertThat(problem(table.below("/etc/passwd"))).contains("an empty name, . or ..");
        assertThat(problem(table.below(""))).contains("is empty");
    }

    @Test
    void a_path_knows_its_names() {
        StoragePath file = new StoragePath("sales/orders/part-0.parquet");

        assertThat(file.names()).containsExactly("sales", "orders", "part-0.parquet");
        assertThat(file.folder()).isEqualTo(new StoragePath("sales/orders"));
        assertThat(file.name()).isEqualTo("part-0.parquet");
        assertThat(new StoragePath("part-0.parquet").folder()).isEqualTo(StoragePath.ROOT);
        assertThat(StoragePath.ROOT.names()).isEqualTo(List.of());
        assertThat(StoragePath.ROOT.child("orders")).isEqualTo(new StoragePath("orders"));
    }

    private static String problem(Outcome<?> outcome) {
        return outcome.match(
                done -> "done",
                (after, problem) -> problem.sentence(),
                problems -> problems.stream().map(Problem::sentence).findFirst().orElseThrow());
    }
}
