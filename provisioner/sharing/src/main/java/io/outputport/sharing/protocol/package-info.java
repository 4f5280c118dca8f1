/**
 * The Delta Sharing protocol over HTTP: what recipients and their clients see. What is not granted is answered like what does
 * not exist, and nothing that would fail again the same way is a 5xx, since clients repeat those for minutes.
 */
@NullMarked
package io.outputport.sharing.protocol;

import org.jspecify.annotations.NullMarked;
