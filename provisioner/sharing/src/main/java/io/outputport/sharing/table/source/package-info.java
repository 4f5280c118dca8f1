/** What a format of tables offers: versions as they stand at their source. Each format is a package beside this one. */
@NullMarked
package io.outputport.sharing.table.source;

import org.jspecify.annotations.NullMarked;
