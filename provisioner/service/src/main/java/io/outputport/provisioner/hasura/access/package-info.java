/**
 * What a failed task leaves of a role, put right.
 */
@NullMarked
package io.outputport.provisioner.hasura.access;

import org.jspecify.annotations.NullMarked;
