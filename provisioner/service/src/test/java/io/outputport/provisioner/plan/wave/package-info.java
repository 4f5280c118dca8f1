/** Many ports as one write, without a Hasura. */
@NullMarked
package io.outputport.provisioner.plan.wave;

import org.jspecify.annotations.NullMarked;
