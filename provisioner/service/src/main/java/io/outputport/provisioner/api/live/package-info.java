/**
 * What changes, as it changes: server-sent events. A stream is a list asked for again and again and told as far as it
 * differs, so it needs nothing that one replica knows alone, and goes on at another with {@code Last-Event-ID}.
 */
@NullMarked
package io.outputport.provisioner.api.live;

import org.jspecify.annotations.NullMarked;
