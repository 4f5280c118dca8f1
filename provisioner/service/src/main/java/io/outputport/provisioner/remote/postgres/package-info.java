/**
 * PostgreSQL as a source: which settings it has, what it reads from a descriptor, which facts it finds, and how Hasura is
 * told of it. Nothing else of the service names it.
 */
@NullMarked
package io.outputport.provisioner.remote.postgres;

import org.jspecify.annotations.NullMarked;
