/**
 * The stored document: its parts by name, the form it is exported in, the forms in which it may come, and what depends on
 * what in it.
 */
@NullMarked
package io.outputport.engine.metadata.document;

import org.jspecify.annotations.NullMarked;
