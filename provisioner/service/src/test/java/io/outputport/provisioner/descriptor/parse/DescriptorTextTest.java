package io.outputport.provisioner.descriptor.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import io.outputport.provisioner.descriptor.tree.Field;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorTextTest {
    private static final DescriptorLimits LIMITS = DescriptorLimits.standard();

    @Test
    void every_value_knows_its_path_line_and_column() {
        Field name =
                read("a:\n  - b: 1.0\n  - b: other\n").child("a").items().get(1).child("b");

        assertThat(name.path()).isEqualTo("a[1].b");
        assertThat(name.position()).isEqualTo(new Position(3, 8));
        assertThat(name.text().orElseThrow().value()).isEqualTo("other");
    }

    @Test
    void a_missing_field_stands_where_the_object_has_its_name_that_lacks_it() {
        Field missing = read("a: 1\nb:\n  c: 2\n").child("b").child("d");

        assertThat(missing.isPresent()).isFalse();
        assertThat(missing.path()).isEqualTo("b.d");
        assertThat(missing.position()).isEqualTo(new Position(2, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a:\n  - b: 1\n    c: 2'|2|3",
                "'a:\n  -   b: 1\n      c: 2'|2|3",
                "'a:\n-\n    b: 1'|3|5",
                "'{\"a\": [{\"b\": 1}]}'|1|8",
                "'a: [{b: 1}]'|1|5"
            })
    void what_an_item_of_a_list_lacks_is_missing_at_its_dash(String text, int line, int column) {
        Field item = read(text).child("a").items().get(0);

        assertThat(item.child("d").position()).isEqualTo(new Position(line, column));
    }

    @Test
    void merge_keys_give_what_an_object_does_not_say_itself() {
        Field root = read("""
                one: &one {a: 1, b: 1}
                two: &two {b: 2, c: 2}
                v:
                  b: own
                  <<: [*one, *two]
                w: {<<: *one, a: own}
                """);

        assertThat(root.child("v").names()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(root.child("v").texts("a", "b", "c").orElseThrow())
                .extracting(Located::value)
                .containsExactly("1", "own", "2");
        assertThat(root.child("w").texts("a", "b").orElseThrow())
                .extracting(Located::value)
                .containsExactly("own", "1");
        assertThat(root.child("v").child("c").path()).isEqualTo("v.c");
        assertThat(root.child("v").child("c").position()).isEqualTo(new Position(2, 21));
        assertThat(root.child("w").digest())
                .isEqualTo(read("w: {a: own, b: 1}").child("w").digest());
    }

    @Test
    void a_merge_key_that_merges_no_object_is_refused_at_its_value() {
        assertThat(problem("a: 1\nb:\n  <<: text\n").sentence())
                .isEqualTo(
                        "b.<< (line 3, column 7): The merge key << takes an object or a list of objects, but here it is"
                                + " text. Write an alias of an object, such as <<: *name.");
        assertThat(problem("a: &a {b: c}\nd: {<<: *a, <<: *a}").sentence())
                .contains("stands twice")
                .contains("<<: [*one, *other]");
        assertThat(read("{\"v\": {\"<<\": 1}}").child("v").names()).containsExactly("<<");
        assertThat(read("v: {'<<': 1}").child("v").names()).containsExactly("<<");
    }

    @Test
    void a_key_that_stands_twice_is_refused_beside_a_merge_key_too() {
        Problem problem = problem("a: &a {b: c}\nd:\n  <<: *a\n  b: 1\n  b: 2\n");

        assertThat(problem.code().id()).isEqualTo("descriptor-duplicate-key");
        assertThat(problem.position()).contains(new Position(5, 3));
    }

    @Test
    void a_thousand_aliases_of_little_are_read() {
        String column = "  - {name: n%d, tags: *none, constraint: *none}\n";
        StringBuilder text = new StringBuilder("x: &none []\ncolumns:\n");
        IntStream.range(0, 500).forEach(number -> text.append(column.formatted(number)));

        assertThat(read(text.toString()).child("columns").items()).hasSize(500);
    }

    @Test
    void aliases_of_one_long_text_are_counted_by_what_they_stand_for() {
        String text = "x: &x " + "y".repeat(50_000) + "\nv: [" + "*x , ".repeat(60) + "]\n";

        Problem problem = problem(text);

        assertThat(problem.code().id()).isEqualTo("descriptor-alias");
        assertThat(problem.message()).contains("2097152 bytes").contains("200000 values");
    }

    @Test
    void a_chain_of_merge_keys_that_grows_is_refused_at_once() {
        StringBuilder text = new StringBuilder("a0: &a0 {k0: v}\n");
        IntStream.range(1, 5_000)
                .forEach(at -> text.append("a%d: &a%d {<<: *a%d, k%d: v}\n".formatted(at, at, at - 1, at)));

        assertThat(inTime(() -> problem(text.toString())).code().id()).isEqualTo("descriptor-alias");
    }

    @ParameterizedTest
    @CsvSource({"1.0", "0x1F", "2023-03-02", "yes", "1_000", "1e3", "0.1.0", "NULLABLE", "'a: b'"})
    void scalars_are_read_as_text(String scalar) {
        assertThat(textOf("v: " + (scalar.contains(":") ? "'" + scalar + "'" : scalar)))
                .contains(scalar);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v:", "v: null", "v: ~", "v: NULL", "v: '  '", "{\"v\": null}", "{\"v\": \"\"}"})
    void null_and_blank_are_no_text(String text) {
        assertThat(textOf(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n\t\"v\": \"a/b\"\n}",
                "{\"v\":\"a\\/b\"}",
                "{\"v\":\"\\u0061/b\"}\n\n",
                "\uFEFF{\"v\": \"a/b\"}",
                "{v: a/b}",
                "{\"v\": a/b,}",
                "\uFEFFv: a/b",
                "v: a/b\r\n",
                "# comment\n---\nv: a/b\n...\n"
            })
    void json_and_yaml_are_read_alike(String text) {
        assertThat(textOf(text)).contains("a/b");
    }

    @Test
    void json_values_know_their_place_too() {
        assertThat(read("{\n  \"a\": {\"b\": 7}\n}").child("a").child("b").position())
                .isEqualTo(new Position(2, 14));
    }

    @Test
    void an_alias_is_the_same_value_again() {
        assertThat(read("a: &x {b: c}\nv: *x")
                        .child("v")
                        .child("b")
                        .text()
                        .orElseThrow()
                        .value())
                .isEqualTo("c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|descriptor-empty",
                "'# only a comment\n'|descriptor-empty",
                "'---\n'|descriptor-empty",
                "null|descriptor-empty",
                "just text|descriptor-not-an-object",
                "'- a\n- b'|descriptor-not-an-object",
                "'a: 1\n---\nb: 2'|descriptor-several-documents",
                "'{\"a\": 1}{\"b\": 2}'|descriptor-unreadable",
                "'a: !!str b'|descriptor-tag",
                "'a: !<tag:x> {}'|descriptor-tag",
                "'a: ! b'|descriptor-tag",
                "'a: !!javax.script.ScriptEngineManager []'|descriptor-tag",
                "'x: &x [1]\ny:\n  <<: *x'|descriptor-merge-key",
                "'y:\n  <<:'|descriptor-merge-key",
                "'? [a]\n: b'|descriptor-key-not-text",
                "'a: *x'|descriptor-alias",
                "'a: &x [*x]'|descriptor-alias",
                "'a:\n\tb: c'|descriptor-unreadable",
                "'a: \"open'|descriptor-unreadable",
                "'a: \"\\UFFFFFFFF\"'|descriptor-unreadable",
                "'a: [1, 2'|descriptor-unreadable",
            })
    void what_cannot_be_read_is_named(String text, String code) {
        assertThat(problem(text).code().id()).isEqualTo(code);
    }

    @Test
    void a_duplicate_key_names_both_places() {
        Problem problem = problem("a:\n  b: 1\n  c: 2\n  b: 3\n");

        assertThat(problem.sentence())
                .isEqualTo(
                        "a.b (line 4, column 3): The field \"b\" stands twice: first at line 2, column 3, again here."
                                + " Keep one of them.");
    }

    @Test
    void a_duplicate_key_in_json_is_found_too() {
        assertThat(problem("{\"a\": 1, \"a\": 2}").code().id()).isEqualTo("descriptor-duplicate-key");
    }

    @Test
    void a_tab_is_explained_with_its_place_and_without_the_scanners_words() {
        assertThat(problem("a:\n\tb: c").sentence())
                .isEqualTo(
                        "(line 2, column 1): A tab stands in the indentation, where YAML allows only spaces. Indent with spaces.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 0x7F, 0xD800, 0xFFFE})
    void characters_that_yaml_forbids_are_named_with_their_place(int character) {
        Problem problem = problem("a: b\nc: x" + (char) character);

        assertThat(problem.code().id()).isEqualTo("descriptor-forbidden-character");
        assertThat(problem.position()).contains(new Position(2, 5));
    }

    @Test
    void sizes_are_counted_in_bytes() {
        DescriptorLimits limits = DescriptorLimits.ofBytes(8);

        assertThat(DescriptorText.read("a: 1234", limits).isDone()).isTrue();
        assertThat(problem(DescriptorText.read("a: ééé", limits)).code().id()).isEqualTo("descriptor-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "- ", "? ", "[[],", "{a: ", "{\"a\":["})
    void ten_thousand_levels_are_refused_at_once(String opening) {
        Problem problem = inTime(() -> problem("a: 1\nb: " + opening.repeat(10_000)));

        assertThat(problem.code().id()).isIn("descriptor-too-deep", "descriptor-unreadable", "descriptor-key-not-text");
        assertThat(problem("{\"b\": " + "{\"a\":".repeat(10_000)).code().id()).isEqualTo("descriptor-too-deep");
    }

    @Test
    void an_alias_bomb_is_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int level = 1; level <= 60; level++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(level, level, ("*a" + (level - 1) + ", ").repeat(10)));
        }

        assertThat(inTime(() -> problem(bomb.toString())).code().id()).isEqualTo("descriptor-alias");
    }

    @Test
    void more_values_than_allowed_are_refused() {
        assertThat(inTime(() -> problem("a: [" + "1,\n".repeat(300_000) + "1]"))
                        .code()
                        .id())
                .isEqualTo("descriptor-too-many-values");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "\"", "'", " ", "\n", "#", "- ", "? ", "a: ", "*a ", "&a ", "!a ", "%a\n", "--- a\n", "\\"})
    void two_million_characters_of_anything_are_judged_in_time(String part) {
        String longestLine = part.repeat(99_000 / part.length()) + "\n";
        String text = "a: " + longestLine.repeat(20);

        assertThat(inTime(() -> Optional.of(DescriptorText.read(text, LIMITS)))).isPresent();
        assertThat(inTime(() -> Optional.of(DescriptorText.read("a: |\n " + longestLine.repeat(20), LIMITS))))
                .isPresent();
    }

    @Test
    void a_million_characters_in_one_value_are_neither_slow_nor_repeated() {
        String million = "x".repeat(1_000_000);

        Problem problem = inTime(() -> problem("name: " + million));

        assertThat(problem.sentence())
                .isEqualTo("(line 1, column 1): The line has more than the 100000 characters that are allowed."
                        + " Break the line, or shorten the value.");
        assertThat(inTime(() -> textOf("{\"v\": \"" + million + "\"}"))).contains(million);
    }

    private static Field read(String text) {
        return DescriptorText.read(text, LIMITS)
                .match(
                        field -> field,
                        (after, problem) -> Assertions.fail(problem.sentence()),
                        problems -> Assertions.fail(problems.get(0).sentence()));
    }

    private static Optional<String> textOf(String text) {
        return read(text).child("v").text().map(located -> located.value());
    }

    private static Problem problem(String text) {
        return problem(DescriptorText.read(text, LIMITS));
    }

    private static Problem problem(Outcome<Field> outcome) {
        List<Problem> problems = outcome.match(field -> List.of(), (after, problem) -> List.of(problem), all -> all);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static <T> T inTime(org.junit.jupiter.api.function.ThrowingSupplier<T> work) {
        return Assertions.assertTimeout(Duration.ofMinutes(1), work);
    }
}
