package io.outputport.provisioner.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.cli.terminal.Paint;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportsTest {
    private static final Problem WRONG = Problem.of(
                    new ProblemCode("name-prefix"), "\"a\u0000<b>\" is wrong.", "Write c.")
            .at("dataProduct.name", new Position(2, 9));
    private static final Problem MISSING = Problem.of(new ProblemCode("source-table-missing"), "There is no view.");
    private static final List<Checked> BOTH = List.of(
            new Checked("a b/wrong.yaml", "dataProduct:\n  name: a<b>\n", List.of(WRONG), List.of(MISSING)),
            new Checked("good.yaml", "", List.of(), List.of()));

    @Test
    void junit_is_xml_with_a_failed_test_for_each_problem() throws Exception {
        String xml = printed(new JunitReport());

        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        Element failure = (Element) document.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("\"a\\u0000<b>\" is wrong.");
        assertThat(failure.getTextContent())
                .contains("dataProduct.name (line 2, column 9)")
                .contains("Write c.");
        Element test = (Element) failure.getParentNode();
        assertThat(test.getAttribute("file")).isEqualTo("a b/wrong.yaml");
        Element skipped = (Element) document.getElementsByTagName("skipped").item(0);
        assertThat(skipped.getAttribute("message")).isEqualTo("There is no view.");
        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    }

    @Test
    void junit_is_as_its_published_schema_says() throws Exception {
        PublishedSchema.isJunit(printed(new JunitReport()));
        PublishedSchema.isJunit(printed(new JunitReport(), new Checked[0]));
    }

    @Test
    void the_schema_tells_right_from_wrong() {
        assertThatThrownBy(() -> PublishedSchema.isJunit("<testsuites><testsuite name=\"a\"/></testsuites>"))
                .isInstanceOf(org.xml.sax.SAXException.class);
    }

    @Test
    void json_keeps_the_parts_apart() throws Exception {
        JsonNode report = new ObjectMapper().readTree(printed(new JsonReport()));

        assertThat(report.path("valid").asBoolean(true)).isFalse();
        JsonNode problem = report.at("/files/0/problems/0");
        assertThat(problem.path("code").asText()).isEqualTo("name-prefix");
        assertThat(problem.path("line").asInt()).isEqualTo(2);
        assertThat(problem.path("hint").asText()).isEqualTo("Write c.");
        assertThat(report.at("/files/0/notices")).hasSize(1);
        assertThat(report.at("/files/1/valid").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "name: Others  # why|7|name: Others  # why|      ^^^^^^",
                "name: \"a \\\" b\" # c|7|name: \"a \\\" b\" # c|      ^^^^^^^^",
                "\\t\\tkey: value|3|        key: value|        ^^^",
                "中文: x|1|中文: x|^^^^",
                "key: {a: b}|6|key: {a: b}|     ^",
                "{\"a\":\"b\",\"c\":1}|6|{\"a\":\"b\",\"c\":1}|     ^^^",
                "x|9|x| ^"
            })
    void the_offending_text_is_underlined(String line, int column, String shown, String caret) {
        Excerpt excerpt =
                Excerpt.of(line.replace("\\t", "\t"), new Position(1, column)).orElseThrow();

        assertThat(excerpt.shown()).isEqualTo(shown);
        assertThat(excerpt.caret()).isEqualTo(caret);
    }

    @Test
    void of_a_very_long_line_the_place_is_shown() {
        String line = "a: [" + "value, ".repeat(10_000) + "]";

        Excerpt excerpt = Excerpt.of(line, new Position(1, 35_005)).orElseThrow();

        assertThat(excerpt.shown()).hasSizeLessThan(170).startsWith("…").endsWith("…");
        assertThat(excerpt.shown().substring(excerpt.caret().indexOf('^'))).startsWith("value,");
    }

    @Test
    void a_line_cannot_play_tricks_on_the_terminal() {
        String text = printed(
                new HumanReport(new Paint(false)),
                new Checked(
                        "evil\u001B[2J.yaml",
                        "  name: \u001B[31m\u202Eabc",
                        List.of(WRONG.at("x", new Position(1, 9))),
                        List.of()));

        assertThat(text).doesNotContain("\u001B").doesNotContain("\u202E").contains("name: \uFFFD[31m\uFFFDabc");
    }

    private static String printed(Report report) {
        return printed(report, BOTH.toArray(Checked[]::new));
    }

    private static String printed(Report report, Checked... checked) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        report.print(List.of(checked), writer);
        writer.flush();
        return out.toString();
    }
}
