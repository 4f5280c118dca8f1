/**
 * Request in, status out: the Tech Adapter API 2.5.0 over HTTP. One controller for each kind of call reads an order of {@code
 * flow.order}, hands what was admitted to {@code task}, and tells how a task stands. Knows nothing of what a task does.
 */
@NullMarked
package io.outputport.provisioner.api;

import org.jspecify.annotations.NullMarked;
