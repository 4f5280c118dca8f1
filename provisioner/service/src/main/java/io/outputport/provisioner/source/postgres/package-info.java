/**
 * PostgreSQL as a source: which settings it has, what it reads from a descriptor, which facts it finds.
 */
@NullMarked
package io.outputport.provisioner.source.postgres;

import org.jspecify.annotations.NullMarked;
