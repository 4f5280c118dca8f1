package io.outputport.sharing.admin;

import io.outputport.foundation.outcome.Quote;
import io.outputport.sharing.edge.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call was given. */
final class Given {
    private static final int LONGEST_NAME = 255;
    private static final int MOST_SENTENCES = 20;

    private Given() {}

    static String body(@Nullable String body) {
        if (body == null || body.isBlank()) {
            throw new AdminRefusal(ErrorCode.MALFORMED_REQUEST, "The body is missing; it must be a JSON object.");
        }
        return body;
    }

    /** All that is wrong at once, up to what somebody can read. */
    static void refuse(List<String> sentences) {
        if (!sentences.isEmpty()) {
            String rest = sentences.size() <= MOST_SENTENCES
                    ? ""
                    : " And " + (sentences.size() - MOST_SENTENCES) + " more are wrong.";
            throw new AdminRefusal(
                    ErrorCode.INVALID_PARAMETER_VALUE,
                    String.join(" ", sentences.subList(0, Math.min(MOST_SENTENCES, sentences.size()))) + rest);
        }
    }

    static String shown(String name) {
        return Quote.of(name, LONGEST_NAME);
    }
}
