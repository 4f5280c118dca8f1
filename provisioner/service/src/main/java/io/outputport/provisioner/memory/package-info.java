/**
 * How much memory the requests in work may take, so that no number of them ends the process. One calculation gives each
 * its share of what the JVM was given; whoever makes much of a text asks here first.
 */
@NullMarked
package io.outputport.provisioner.memory;

import org.jspecify.annotations.NullMarked;
