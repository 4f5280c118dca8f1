/**
 * Where tables lie: roots that the operator names, the rules of paths below them, and addresses under which a reader may
 * fetch one file for a while. Knows no kind of storage; each is a package below.
 */
@NullMarked
package io.outputport.sharing.storage;

import org.jspecify.annotations.NullMarked;
