package io.outputport.provisioner.hasura.metadata.document;

/**
 * Where something stands in the document, in bytes.
 *
 * @param end the first byte behind it
 */
record Span(int start, int end) {}
