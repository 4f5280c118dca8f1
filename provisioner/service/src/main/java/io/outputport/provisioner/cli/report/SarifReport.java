package io.outputport.provisioner.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * For code scanners: SARIF 2.1.0.
 *
 * @param version of this program, as the tool's
 */
public record SarifReport(String version) implements Report {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    @Override
    public void print(List<Checked> descriptors, PrintWriter out) {
        Set<String> rules = new LinkedHashSet<>();
        descriptors.forEach(descriptor -> Stream.concat(descriptor.problems().stream(), descriptor.notices().stream())
                .forEach(problem -> rules.add(problem.code().id())));
        ObjectNode log =
                JsonNodeFactory.instance.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "provisioner").put("version", version);
        ArrayNode known = driver.putArray("rules");
        rules.forEach(rule -> known.addObject().put("id", rule));
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        for (Checked descriptor : descriptors) {
            descriptor.problems().forEach(problem -> results.add(result("error", problem, descriptor.file())));
            descriptor.notices().forEach(notice -> results.add(result("note", notice, descriptor.file())));
        }
        out.println(log.toPrettyString());
    }

    private static ObjectNode result(String level, Problem problem, String file) {
        ObjectNode result = JsonNodeFactory.instance
                .objectNode()
                .put("ruleId", problem.code().id())
                .put("level", level);
        String hint = problem.hint().map(text -> " " + text).orElse("");
        result.putObject("message").put("text", problem.message() + hint);
        ObjectNode location = result.putArray("locations").addObject();
        ObjectNode place = location.putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", uri(file));
        problem.position().ifPresent(where -> region(place, where));
        problem.path()
                .ifPresent(path ->
                        location.putArray("logicalLocations").addObject().put("fullyQualifiedName", path));
        return result;
    }

    private static void region(ObjectNode place, Position where) {
        place.putObject("region").put("startLine", where.line()).put("startColumn", where.column());
    }

    /** Relative, so that it means the file of the checkout wherever the report is read. */
    private static String uri(String file) {
        try {
            return new URI(null, null, file.replace('\\', '/'), null).toASCIIString();
        } catch (URISyntaxException unspeakable) {
            return "descriptor";
        }
    }
}
