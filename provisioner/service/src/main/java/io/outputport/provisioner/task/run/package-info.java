/**
 * Carries stored tasks out: takes work in, lets db-scheduler say when something is due, runs the operation's handler, and
 * writes down how it went.
 */
@NullMarked
package io.outputport.provisioner.task.run;

import org.jspecify.annotations.NullMarked;
