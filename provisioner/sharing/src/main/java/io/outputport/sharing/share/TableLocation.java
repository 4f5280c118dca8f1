package io.outputport.sharing.share;

import io.outputport.sharing.recipient.StoredText;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a table lies.
 *
 * @param storage the name that the operator gave to a root; never an address
 * @param path below the root, as it was written; what else it may hold is for the storage to say
 */
public record TableLocation(String storage, String path) {
    private static final int LONGEST_PATH = 2_000;

    /** A sentence for each thing that is wrong, with the field before it. */
    List<String> refusals() {
        List<String> wrong = new ArrayList<>();
        if (!storage.matches("[A-Za-z0-9_-]{1,64}")) {
            wrong.add("storage: It must be the name of a storage that the operator has set: up to 64 letters, digits,"
                    + " hyphens and underscores.");
        }
        if (path.isBlank() || path.length() > LONGEST_PATH) {
            wrong.add("path: It must have 1 to " + LONGEST_PATH + " characters.");
        }
        StoredText.refusal(path).ifPresent(sentence -> wrong.add("path: " + sentence));
        return wrong;
    }
}
