/**
 * The port that a descriptor asks for, and the port that is served: names, columns, permissions. Pure.
 */
@NullMarked
package io.outputport.provisioner.hasura.plan.wanted;

import org.jspecify.annotations.NullMarked;
