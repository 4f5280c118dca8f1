/**
 * Desired state minus actual state = ordered steps. Pure: no clock, no network, no framework. Reads from {@link
 * io.outputport.provisioner.hasura.plan.Plans}; what the steps mean to Hasura is worked out by {@link
 * io.outputport.provisioner.hasura.plan.MetadataChange}.
 */
@NullMarked
package io.outputport.provisioner.hasura.plan;

import org.jspecify.annotations.NullMarked;
