/**
 * The sharing server's admin API, as calls and answers in words.
 */
@NullMarked
package io.outputport.provisioner.sharing.server;

import org.jspecify.annotations.NullMarked;
