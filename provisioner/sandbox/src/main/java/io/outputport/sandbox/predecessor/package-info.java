/**
 * The service that this one replaces, call by call: one HTTP request per step, no batch, no version of the metadata, no
 * look at what is there. Benchmarks are measured against it, and adoption stories begin with what it leaves behind.
 */
@NullMarked
package io.outputport.sandbox.predecessor;

import org.jspecify.annotations.NullMarked;
