/**
 * Reads the settings from environment variables and from files, and says in one sentence what is wrong with one.
 */
@NullMarked
package io.outputport.foundation.settings;

import org.jspecify.annotations.NullMarked;
