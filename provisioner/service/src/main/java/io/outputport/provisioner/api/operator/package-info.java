/**
 * What an operator asks beside the Tech Adapter API: who one is here, one port, figures, queries that are tried out.
 */
@NullMarked
package io.outputport.provisioner.api.operator;

import org.jspecify.annotations.NullMarked;
