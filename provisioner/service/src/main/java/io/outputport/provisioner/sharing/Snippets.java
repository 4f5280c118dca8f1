package io.outputport.provisioner.sharing;

import io.outputport.provisioner.sharing.descriptor.SharingDescriptor;

/** The first lines with which a consumer reads the port, given the profile file that activation hands out. */
record Snippets(SharingDescriptor descriptor) {
    private static final String PROFILE = "profile.share";

    String pandas() {
        return "import delta_sharing\nrows = delta_sharing.load_as_pandas(" + address() + ")";
    }

    String spark() {
        return "rows = spark.read.format(\"deltaSharing\").load(" + address() + ")";
    }

    String duckdb() {
        return "import delta_sharing, duckdb\nrows = delta_sharing.load_as_pandas(" + address()
                + ")\nduckdb.sql(\"SELECT count(*) FROM rows\").show()";
    }

    /** Names may hold quotation marks, by the protocol. */
    private String address() {
        String table = descriptor.share().value() + "." + descriptor.schema() + "."
                + descriptor.tables().get(0).name().value();
        return '"' + PROFILE + '#' + table.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
