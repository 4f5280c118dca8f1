package io.outputport.provisioner.descriptor.reverse;

import io.outputport.foundation.text.Excerpt;
import java.util.List;
import java.util.stream.Collectors;

/** Names in a sentence; of very many only the first. */
final class Listed {
    private static final int MOST = 20;

    private Listed() {}

    static String of(List<String> names) {
        String shown = names.stream().limit(MOST).map(Excerpt::plain).collect(Collectors.joining(", "));
        return names.size() <= MOST ? shown : shown + " and " + (names.size() - MOST) + " more";
    }
}
