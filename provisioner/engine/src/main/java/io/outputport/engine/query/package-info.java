/**
 * The older endpoints beside the metadata API: SQL that is run on a source, with the metadata following
 * it, the old select, and the forms that operations had before there were several sources.
 */
@NullMarked
package io.outputport.engine.query;

import org.jspecify.annotations.NullMarked;
