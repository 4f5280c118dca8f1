package io.outputport.engine.metadata.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Puts the elements of an array in order, where they are not yet. */
final class Sorted {
    private Sorted() {}

    /** @param list anything that is no array is left alone */
    static void by(JsonNode list, Function<JsonNode, String> key) {
        if (!(list instanceof ArrayNode array)) {
            return;
        }
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        List<JsonNode> sorted =
                elements.stream().sorted(Comparator.comparing(key)).toList();
        if (!sorted.equals(elements)) {
            array.removeAll();
            array.addAll(sorted);
        }
    }
}
