package io.outputport.provisioner.descriptor.mistake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.parse.DescriptorText;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The place is where the author made the mistake, not where the scanner gave up. */
class YamlMistakesTest {
    private static final DescriptorLimits LIMITS = DescriptorLimits.standard();

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_at_its_place_with_what_to_write_instead(String text, String place, String sentence) {
        Problem problem = problem(text);

        assertThat(problem.position()).map(YamlMistakesTest::shown).contains(place);
        assertThat(problem.message() + " " + problem.hint().orElse("")).startsWith(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- ", "\u00A0", "'", "a:", "-", "[", "x: \"\n", "\u00A0\n", "- a\n b\n", "a:b\n"})
    void two_million_characters_of_a_mistake_are_judged_in_time(String part) {
        String text = "a: b\n" + part.repeat(50_000 / part.length()) + "\n: ]\n" + part.repeat(50_000 / part.length());

        Problem problem = Assertions.assertTimeout(Duration.ofMinutes(1), () -> problem(text));

        assertThat(problem.sentence()).hasSizeLessThan(1_000);
    }

    private static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "name: a\nkind: \"outputport\ndomain: \"finance\"\nversion: 1\n",
                        "2:7",
                        "The quote that opens here is not closed. Write \"outputport\"."),
                arguments(
                        "name: a\nkind: 'outputport\ndomain: finance\n",
                        "2:7",
                        "The quote that opens here is not closed. Write 'outputport'."),
                arguments(
                        "kind: \"outputport\ndomain: \"\"\nversion: \"1\"\n",
                        "1:7",
                        "The quote that opens here is not closed. Write \"outputport\"."),
                arguments(
                        "kind: \"outputport\n---\na: b\n",
                        "1:7",
                        "The quote that opens here is not closed. Write \"outputport\"."),
                arguments(
                        "text: 'it's here'\n",
                        "1:10",
                        "The text in quotes ends here, but the line goes on. Write '' for a quote within single quotes."),
                arguments(
                        "text: \"say \"hi\" now\"\n",
                        "1:12",
                        "The text in quotes ends here, but the line goes on. Write \\\" for a quote within double quotes, or close the text before."),
                arguments(
                        "text: \"Orders\" of all\n",
                        "1:14",
                        "The text in quotes ends here, but the line goes on. Put the whole value in quotes: '\"Orders\" of all'."),
                arguments(
                        "path: \"C:\\data\"\n",
                        "1:10",
                        "A backslash in double quotes is followed by a character that YAML does not know."),
                arguments(
                        "a: 1\nselect:x\nb: y\n",
                        "2:7",
                        "There is no space after the colon, so YAML does not see a field here. Write select: x."),
                arguments(
                        "specific:\n  select:x\n  other: y\n",
                        "2:9",
                        "There is no space after the colon, so YAML does not see a field here. Write select: x."),
                arguments(
                        "list:\n  - kind:x\n    name: y\n",
                        "2:9",
                        "There is no space after the colon, so YAML does not see a field here. Write kind: x."),
                arguments(
                        "list:\n  - kind: a\n  -kind: b\n",
                        "3:3",
                        "There is no space after the dash, so YAML does not see an item of a list here. Write - kind: b."),
                arguments(
                        "a:\n  b: c\n\td: e\n",
                        "3:1",
                        "A tab stands in the indentation, where YAML allows only spaces. Indent with spaces. The line above has 2 spaces."),
                arguments(
                        "a:\n  b: c\n  \td: e\n",
                        "3:3",
                        "A tab stands in the indentation, where YAML allows only spaces."),
                arguments(
                        "a:\n  b: c\n\u00A0\u00A0d: e\n  f: g\n",
                        "3:1",
                        "A non-breaking space (U+00A0) stands in the indentation, where YAML allows only spaces. Replace it with a space."),
                arguments(
                        "a:\n  b: c\n \u00A0d: e\n  f: g\n",
                        "3:2",
                        "A non-breaking space (U+00A0) stands in the indentation"),
                arguments(
                        "a:\n  b:\u00A0c\n  d: e\n",
                        "2:5",
                        "A non-breaking space (U+00A0) stands where YAML needs a plain space."),
                arguments(
                        "a:\n  b:\u200Bc\n  d: e\n",
                        "2:5",
                        "The character U+200B stands where YAML needs a plain space."),
                arguments("a: [ \"x\"\nb: c\n", "1:4", "The [ that opens here is not closed. Write ] at its end."),
                arguments("a: [ x\nb:\n  - c: d\n", "1:4", "The [ that opens here is not closed."),
                arguments("{\"a\": {\"b\": 2}\n", "1:1", "The { that opens here is not closed. Write } at its end."),
                arguments("a: []]\nb: c\n", "1:6", "This ] closes nothing: no [ is open here. Remove it"),
                arguments("{\"a\": 1}}", "1:9", "This } closes nothing: no { is open here."),
                arguments("a: [x}\nb: c\n", "1:6", "This } does not close the [ at line 1, column 4. Write ] here."),
                arguments("a: [\"x\" \"y\"]\n", "1:9", "A comma is missing before this."),
                arguments("{\"a\": 1\n \"b\": 2}", "2:2", "A comma is missing before this."),
                arguments(
                        "{'a': 1,, 'b': 2}",
                        "1:9",
                        "A value is missing before this comma. Remove the comma, or add the value."),
                arguments("a: [\n  - b\n]\n", "2:3", "A list with dashes cannot stand within brackets."),
                arguments(
                        "a: [draft] text\n",
                        "1:12",
                        "Text follows the ] that ends the value. Put the whole value in quotes: \"[draft] text\"."),
                arguments(
                        "a:\n  name: x\n   kind: y\n",
                        "3:4",
                        "The line is indented further than the one above, which has its value already. Indent it by 2 spaces, as name in line 2."),
                arguments(
                        "a:\n  name: \"x\"\n   kind: y\n",
                        "3:4",
                        "The line is indented as no line above it. Indent it by 2 spaces, as name in line 2."),
                arguments(
                        "a:\n   name: x\n  kind: y\n",
                        "3:3",
                        "The line is indented as no line above it. Indent it by 3 spaces, as name in line 2."),
                arguments(
                        "a:\n  c:\n    - id: x\n   - id: y\n",
                        "4:4",
                        "The line is indented as no line above it. Indent it by 4 spaces, as the items of the list."),
                arguments(
                        "c:\n  - id: x\n   kind: y\n",
                        "3:4",
                        "The line is indented as no line above it. Indent it by 4 spaces, as id in line 2."),
                arguments(
                        "c:\n  - id: x\n    - id: y\n",
                        "3:5",
                        "An item of a list stands among the fields of an object. Indent it by 2 spaces, as the items of the list."),
                arguments(
                        "d: |\n   text\n  more\n",
                        "3:3",
                        "The line is indented less than the first one of the text above. Indent it by 3 spaces, as that one."),
                arguments(
                        "text: Orders: all\n",
                        "1:13",
                        "A value without quotes cannot hold a colon that a space follows. Put the value in quotes: \"Orders: all\"."),
                arguments(
                        "text: @x\n",
                        "1:7",
                        "A value without quotes cannot begin with @ in YAML. Put the value in quotes: \"@x\"."),
                arguments(
                        "text: *bold* x\n",
                        "1:7",
                        "A value without quotes cannot begin with * in YAML. Put the value in quotes: \"*bold* x\"."),
                arguments("text: %x\n", "1:7", "A value without quotes cannot begin with % in YAML."),
                arguments("text: ? x\n", "1:7", "A value without quotes cannot begin with ? in YAML."),
                arguments("text: - x\n", "1:7", "A list cannot begin in the line of its field."),
                arguments("text: | x\n", "1:7", "After this sign the text must begin in the next line."),
                arguments(
                        "c:\n  - kind: a\n    id: x\n  kind: b\n",
                        "4:3",
                        "A field stands here, where the list above has items that begin with a dash. Write - kind: b, or indent the line as the fields of the item above."),
                arguments(
                        "c:\n  - a\n  b\n  - c\n",
                        "3:3",
                        "The line does not begin with a dash, as the item above it does. Write - b."),
                arguments(
                        "a: 1\nkind outputport\nb: 2\n",
                        "2:1",
                        "The line has no colon, so it is no field. Write kind: outputport."),
                arguments(
                        "dp:\n  specific\n    a: b\n",
                        "2:3",
                        "The line has no colon, so it is no field. Write specific:."),
                arguments("a: 1\nkind\uFF1Ax\nb: 2\n", "2:5", "This colon is a full-width one (U+FF1A)."));
    }

    @Test
    void a_dash_that_the_first_item_lacks_is_missing_there() {
        Problem problem = problem("c:\n  kind: a\n    id: x\n  - kind: b\n    id: y\n");

        assertThat(problem.sentence())
                .isEqualTo("(line 2, column 3): The line does not begin with a dash, as the items below it do."
                        + " Write - kind: a.");
    }

    private static String shown(Position place) {
        return place.line() + ":" + place.column();
    }

    private static Problem problem(String text) {
        List<Problem> problems = DescriptorText.read(text, LIMITS)
                .match(field -> List.of(), (after, problem) -> List.of(problem), all -> all);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }
}
