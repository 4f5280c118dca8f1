/**
 * Answers for whoever operates the service: who one is here, ports one by one, figures, queries that are tried out.
 */
@NullMarked
package io.outputport.provisioner.api.wire.operator;

import org.jspecify.annotations.NullMarked;
