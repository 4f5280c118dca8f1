package io.outputport.engine.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which release the engine behaves as; what changed between two of them is asked here by name.
 *
 * @param text for example {@code v2.48.0}
 */
public record HasuraVersion(String text) {
    private static final Pattern NUMBER = Pattern.compile("v2\\.(\\d{1,3})(\\.\\d{1,3})?");

    /** An edition that serves both PostgreSQL and data connectors. */
    public static final HasuraVersion NEWEST = new HasuraVersion("v2.48.0");

    /** @throws IllegalArgumentException when it is none of Hasura 2 */
    public HasuraVersion {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no version of Hasura 2 such as v2.26.0.");
        }
    }

    /** Columns of arrays are lists, no longer scalars. */
    public boolean listsArrays() {
        return minor() >= 29;
    }

    /** {@code add_source} looks for the source in the metadata: an inconsistent one keeps its tables. */
    public boolean addsToInconsistentSources() {
        return minor() >= 46;
    }

    private int minor() {
        Matcher parts = NUMBER.matcher(text);
        return parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
    }
}
