/**
 * The same, statement by statement.
 */
@NullMarked
package io.outputport.provisioner.task.store.jdbc;

import org.jspecify.annotations.NullMarked;
