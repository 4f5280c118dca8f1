/**
 * Snowflake as a source: which settings it has, what it reads from a descriptor, which facts it finds.
 */
@NullMarked
package io.outputport.provisioner.source.snowflake;

import org.jspecify.annotations.NullMarked;
