/**
 * The role mapper of the sandbox: the same contract, odd cases included, as the service that decides in a real
 * environment which role a consumer's query runs as. The provisioner writes to it, the engine asks its webhook.
 *
 * <p>Its own endpoints: {@code GET /sandbox/state} lists the roles and counts the writes at work, whether or not their
 * callers still wait; {@code POST /sandbox/settings} {@code {"millisPerCall":n,"millisPerRow":n}} sets its pace;
 * {@code POST /sandbox/faults} takes the standard faults, {@code reset-late} among them (hangs up at once and does the
 * work {@code millis} later), and {@code other-component}, {@code other-role},
 * {@code control-characters-in-component}, {@code control-characters-in-role}: answers to another question.
 */
@NullMarked
package io.outputport.sandbox.rolemapper;

import org.jspecify.annotations.NullMarked;
