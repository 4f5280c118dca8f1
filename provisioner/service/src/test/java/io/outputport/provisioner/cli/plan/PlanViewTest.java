package io.outputport.provisioner.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.cli.report.Checked;
import io.outputport.provisioner.cli.terminal.Paint;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanViewTest {
    private static final Problem NOTICE = Problem.of(new ProblemCode("source-table-missing"), "There is no view.")
            .at("a", new Position(1, 1));
    private static final String LOSING = """
            {"component": "urn:a", "executable": false,
             "changes": {
               "summary": {"create": 1, "change": 1, "keep": 1, "remove": 0},
               "steps": [
                 {"phase": "role", "action": "keep", "description": "Nobody has role r", "before": {}, "after": {}},
                 {"phase": "hasura", "action": "change", "description": "Table t is changed",
                  "before": {"columns": ["a", "b"], "columnNames": {"a": "x"}, "comment": "Old", "allowAggregations": true},
                  "after": {"columns": ["b", "c"], "columnNames": {"a": "y"}, "allowAggregations": true}},
                 {"phase": "source", "action": "create", "description": "Source s is added",
                  "before": {}, "after": {"kind": "postgres"}}],
               "columnsLost": ["a"], "schemaBuilds": 2,
               "write": {"way": "bulk", "seconds": 61.26}},
             "remarks": ["The source has s.t with 2 columns."]}""";

    @Test
    void each_step_says_what_comes_and_what_goes() {
        String shown = shown(LOSING, false, List.of());

        assertThat(shown).contains("""
                Steps:  + create, ~ change, - remove
                    1 role     Nobody has role r
                  ~ 2 hasura   Table t is changed
                               - columns: a
                               + columns: c
                               ~ column names: a as x -> y
                               - comment: Old
                  + 3 source   Source s is added
                               + kind: postgres

                Columns that consumers lose:
                  - a
                """).doesNotContain("allow aggregations");
    }

    @Test
    void the_last_lines_are_the_sum_and_whether_it_works() {
        assertThat(shown(LOSING, false, List.of(NOTICE))).endsWith("""
                Plan: 1 to create, 1 to change, 0 to remove; one bulk with 2 schema builds, about 61 s.
                A provision would not get through now: 1 notice.
                """);
        assertThat(shown("{\"executable\": false}", false, List.of(NOTICE)))
                .contains("Plan: unknown, since not everything could be read or compared.");
    }

    @Test
    void a_notice_is_shown_at_its_place_in_the_descriptor() {
        assertThat(shown(LOSING, false, List.of(NOTICE)))
                .contains("notice[source-table-missing]: There is no view.\n --> port.yaml:1:1\n");
    }

    @Test
    void of_a_long_schema_the_beginning_is_shown_unless_all_is_wanted() {
        String sdl = "schema {\\n  query: query_root\\n}\\n\\ntype row {\\n" + "  a: Int\\n".repeat(40) + "}\\n";
        String plan = "{\"schema\": {\"sdl\": \"" + sdl + "\", \"exampleQuery\": \"query { a }\"}}";

        assertThat(shown(plan, false, List.of()))
                .contains("Schema for consumers:\n  type row {\n    a: Int\n")
                .contains("  … 26 more lines; --schema shows them all\n")
                .contains("Example query:\n  query { a }\n");
        assertThat(shown(plan, true, List.of()).lines().filter(line -> line.equals("    a: Int")))
                .hasSize(40);
    }

    @Test
    void whatever_the_service_answers_fits_the_terminal() {
        String wide = LOSING.replace("Nobody has role r", "\\u001b[2J" + "a long sentence of words ".repeat(20))
                .replace("\"a\", \"b\"", "\"a\", \"" + "column\", \"other".repeat(60) + "\"");

        String shown = shown(wide, false, List.of());

        assertThat(shown).doesNotContain("\u001B");
        assertThat(shown.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void an_answer_that_is_no_plan_is_no_bug() {
        assertThat(shown("[]", true, List.of())).contains("Plan: unknown");
        assertThat(shown("{\"changes\": {\"steps\": [1, {\"before\": [2], \"after\": \"x\"}]}}", true, List.of()))
                .contains("Plan: nothing to change");
    }

    private static String shown(String plan, boolean wholeSchema, List<Problem> notices) {
        StringWriter out = new StringWriter();
        new PlanView(new Paint(false), wholeSchema)
                .print(json(plan), new Checked("port.yaml", "a: b", List.of(), notices), new PrintWriter(out));
        return out.toString();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (java.io.IOException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
