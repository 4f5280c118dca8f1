/**
 * The role mapper of the sandbox: the same contract, odd cases included, as the service that decides in a real
 * environment which role a consumer's query runs as. The provisioner writes to it, the engine asks its webhook.
 */
@NullMarked
package io.outputport.sandbox.rolemapper;

import org.jspecify.annotations.NullMarked;
