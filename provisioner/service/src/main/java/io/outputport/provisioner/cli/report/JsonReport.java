package io.outputport.provisioner.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Problem;
import java.io.PrintWriter;
import java.util.List;

/** For scripts: one object with every descriptor and every problem, part by part. */
public final class JsonReport implements Report {
    @Override
    public void print(List<Checked> descriptors, PrintWriter out) {
        ObjectNode report = JsonNodeFactory.instance
                .objectNode()
                .put("valid", descriptors.stream().allMatch(Checked::valid));
        ArrayNode files = report.putArray("files");
        for (Checked descriptor : descriptors) {
            ObjectNode file = files.addObject().put("file", descriptor.file()).put("valid", descriptor.valid());
            ArrayNode problems = file.putArray("problems");
            descriptor.problems().forEach(problem -> problems.add(json(problem)));
            ArrayNode notices = file.putArray("notices");
            descriptor.notices().forEach(notice -> notices.add(json(notice)));
        }
        out.println(report.toPrettyString());
    }

    private static ObjectNode json(Problem problem) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("code", problem.code().id())
                .put("message", problem.message());
        problem.path().ifPresent(path -> json.put("path", path));
        problem.position().ifPresent(where -> json.put("line", where.line()).put("column", where.column()));
        problem.hint().ifPresent(hint -> json.put("hint", hint));
        return json;
    }
}
