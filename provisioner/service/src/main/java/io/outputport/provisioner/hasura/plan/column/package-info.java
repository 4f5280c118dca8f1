/**
 * Which columns a port shows, under which names: the data contract beside what the source has. Pure.
 */
@NullMarked
package io.outputport.provisioner.hasura.plan.column;

import org.jspecify.annotations.NullMarked;
