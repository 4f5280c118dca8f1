/**
 * Snowflake as a source: which settings it has, what it reads from a descriptor, which facts it finds, and how Hasura's
 * data connector is told of it. Nothing else of the service names it.
 */
@NullMarked
package io.outputport.provisioner.remote.snowflake;

import org.jspecify.annotations.NullMarked;
