/** What a look into a source's database has shown, and the objects of the metadata that it does not bear out. */
@NullMarked
package io.outputport.engine.build.source;

import org.jspecify.annotations.NullMarked;
