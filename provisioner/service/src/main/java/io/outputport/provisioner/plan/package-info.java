/**
 * What is to be in Hasura and in the role mapper, and what that changes. Pure.
 */
@NullMarked
package io.outputport.provisioner.plan;

import org.jspecify.annotations.NullMarked;
