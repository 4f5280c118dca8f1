/**
 * What a source of the metadata is to the engine, whatever its kind: how its configuration is read, its tables are
 * named, found and described. One package below for each kind.
 */
@NullMarked
package io.outputport.sandbox.hasura.source;

import org.jspecify.annotations.NullMarked;
