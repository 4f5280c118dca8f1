/**
 * What a provision would do, without doing it.
 */
@NullMarked
package io.outputport.provisioner.flow.dryrun;

import org.jspecify.annotations.NullMarked;
