package io.outputport.sharing.protocol;

/** The names by which a call names a table. */
record TablePath(String share, String schema, String table) {}
