/**
 * A small HTTP server for stand-ins, on the JDK's own server: routes by method and path, bounded bodies, and faults that
 * a test or a demo can arm. Every stand-in of the sandbox answers through it; it knows none of them.
 */
@NullMarked
package io.outputport.engine.http;

import org.jspecify.annotations.NullMarked;
