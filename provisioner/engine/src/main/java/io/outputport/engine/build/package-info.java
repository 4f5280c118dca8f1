/**
 * From metadata to schema cache: looks into sources, leaves out what is inconsistent and says why, and refuses names
 * that two tables claim. It never changes the metadata.
 */
@NullMarked
package io.outputport.engine.build;

import org.jspecify.annotations.NullMarked;
