package io.outputport.sharing.line;

import java.util.Locale;

/** In which of the protocol's two ways a table is told. */
public enum ResponseFormat {
    /** Every client reads it. It says names and types of columns, and files whose rows are all live. */
    PARQUET,
    /** What a Delta log says, with addresses in place of paths. */
    DELTA;

    /** As headers have it. */
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }
}
