package io.outputport.provisioner.descriptor.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads JSON. A reader of its own, since YAML 1.1 refuses what JSON writers do: tabs before a field, {@code \/} in a
 * text, a million characters in one line.
 */
public final class JsonText {
    private static final Pattern START = Pattern.compile("\\s*\\{\\s*[\"}]");
    /** Keeps no field names: what strangers send must not stay in memory. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private JsonText() {}

    /** Empty when the text is not JSON, so that it is left to YAML to read it or to say what is wrong. */
    public static Optional<Outcome<Node>> read(String text, DescriptorLimits limits) {
        if (!START.matcher(text).lookingAt()) {
            return Optional.empty();
        }
        TreeBuilder tree = new TreeBuilder(limits);
        try (JsonParser json = JSON.createParser(text)) {
            while (json.nextToken() != null) {
                if (tree.root().isPresent()) {
                    return Optional.empty();
                }
                Optional<Problem> problem = feed(tree, json);
                if (problem.isPresent()) {
                    return problem.map(Outcome::stopped);
                }
            }
        } catch (IOException notJson) {
            return Optional.empty();
        }
        return tree.root().map(Outcome::done);
    }

    private static Optional<Problem> feed(TreeBuilder tree, JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        JsonLocation location = json.currentTokenLocation();
        Position start = new Position(location.getLineNr(), location.getColumnNr());
        if (token.isStructEnd()) {
            return tree.end();
        }
        return switch (token) {
            case START_OBJECT -> tree.fields(Optional.empty(), start);
            case START_ARRAY -> tree.items(Optional.empty(), start);
            case FIELD_NAME, VALUE_STRING -> tree.text(json.getText(), false, Optional.empty(), start);
            default -> tree.text(json.getText(), true, Optional.empty(), start);
        };
    }
}
