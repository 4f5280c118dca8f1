/**
 * What writes cost this Hasura, learned from those that were made. Pure but for {@link CostLedger}.
 */
@NullMarked
package io.outputport.provisioner.hasura.wave.cost;

import org.jspecify.annotations.NullMarked;
