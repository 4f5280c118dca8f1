/**
 * What a source of the metadata is to the engine, whatever its kind: how its configuration is read, its tables are
 * named, found and described. One package below for each kind.
 */
@NullMarked
package io.outputport.engine.source;

import org.jspecify.annotations.NullMarked;
