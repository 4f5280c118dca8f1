/**
 * Hasura as a consumer reaches it: with a consumer's own token, never with ours.
 */
@NullMarked
package io.outputport.provisioner.hasura.consumer;

import org.jspecify.annotations.NullMarked;
