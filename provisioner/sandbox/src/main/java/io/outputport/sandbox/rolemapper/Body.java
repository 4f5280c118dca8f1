package io.outputport.sandbox.rolemapper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.outputport.engine.http.Request;
import io.outputport.sandbox.rolemapper.python.PythonJson;
import java.util.regex.Pattern;

/** A request's body as the framework takes it in, before any field is looked at. */
final class Body {
    private static final Pattern JSON_TYPE =
            Pattern.compile("\\s*application/(json|[^;]*\\+json)\\s*(;.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Body() {}

    /** The framework answers 400 without saying what is wrong. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** @param faults takes what is wrong with the JSON */
    static JsonNode of(Request request, ArrayNode faults) throws Unreadable {
        if (request.body().isEmpty()) {
            return MissingNode.getInstance();
        }
        if (!request.header("content-type")
                .map(type -> JSON_TYPE.matcher(type).matches())
                .orElse(true)) {
            // Other bytes than those of JSON stay bytes, which are no object.
            return JsonNodeFactory.instance.textNode(request.body());
        }
        if (!request.isUtf8()) {
            throw new Unreadable();
        }
        return json(withoutMark(request.body()), faults);
    }

    private static JsonNode json(String text, ArrayNode faults) throws Unreadable {
        try {
            return PythonJson.read(text);
        } catch (PythonJson.TooDeep tooDeep) {
            throw new Unreadable();
        } catch (PythonJson.Mistake mistake) {
            fault(text, mistake, faults);
            return MissingNode.getInstance();
        }
    }

    private static void fault(String text, PythonJson.Mistake mistake, ArrayNode faults) {
        String before = text.substring(0, mistake.at());
        String line = before.substring(before.lastIndexOf('\n') + 1);
        int number = (int) before.chars().filter(sign -> sign == '\n').count() + 1;
        int column = line.codePointCount(0, line.length()) + 1;
        int position = before.codePointCount(0, before.length());
        var fault = faults.addObject();
        fault.putArray("loc").add("body").add(position);
        fault.put("msg", "%s: line %d column %d (char %d)".formatted(mistake.words(), number, column, position));
        fault.put("type", "value_error.jsondecode");
        fault.putObject("ctx")
                .put("msg", mistake.words())
                .put("doc", text)
                .put("pos", position)
                .put("lineno", number)
                .put("colno", column);
    }

    private static String withoutMark(String body) {
        return body.startsWith(BYTE_ORDER_MARK) ? body.substring(1) : body;
    }
}
