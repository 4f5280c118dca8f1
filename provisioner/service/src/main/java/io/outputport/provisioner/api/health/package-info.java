/**
 * What Kubernetes asks: started, alive, ready, and how the systems stand that the service needs.
 */
@NullMarked
package io.outputport.provisioner.api.health;

import org.jspecify.annotations.NullMarked;
