/**
 * Folders of this machine, and the endpoint that hands their files out: an object store signs addresses itself, a folder
 * needs somebody who does.
 */
@NullMarked
package io.outputport.sharing.storage.local;

import org.jspecify.annotations.NullMarked;
