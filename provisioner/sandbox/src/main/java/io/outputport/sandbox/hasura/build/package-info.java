/**
 * From metadata to schema cache: looks into sources, leaves out what is inconsistent and says why, and refuses names
 * that two tables claim. It never changes the metadata.
 */
@NullMarked
package io.outputport.sandbox.hasura.build;

import org.jspecify.annotations.NullMarked;
