/**
 * Texts of others: how their bytes became characters, how a message repeats a part of one, and what was meant by a typing
 * error; and our own that are kept in rows. Pure.
 */
@NullMarked
package io.outputport.foundation.text;

import org.jspecify.annotations.NullMarked;
