/**
 * A plan in words, for those who want to know before it is carried out. Pure.
 */
@NullMarked
package io.outputport.provisioner.hasura.plan.forecast;

import org.jspecify.annotations.NullMarked;
