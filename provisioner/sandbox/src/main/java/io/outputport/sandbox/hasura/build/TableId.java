package io.outputport.sandbox.hasura.build;

import io.outputport.sandbox.hasura.source.TableName;

/** A table of the metadata. */
public record TableId(String source, TableName table) {}
