/**
 * The changes of many ports as one write: merged in order of arrival, cut down to what really differs, expressed as single
 * commands where that is cheaper, and put back port by port when Hasura cannot serve one. Pure.
 */
@NullMarked
package io.outputport.provisioner.hasura.wave;

import org.jspecify.annotations.NullMarked;
