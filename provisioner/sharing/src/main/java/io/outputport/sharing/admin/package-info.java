/** What operators call: shares, grants, recipients, their tokens. Every change is told to the audit. */
@NullMarked
package io.outputport.sharing.admin;

import org.jspecify.annotations.NullMarked;
