/** What every server does at its start: TLS, how its log looks, and one sentence for a start that fails. */
@NullMarked
package io.outputport.foundation.start;

import org.jspecify.annotations.NullMarked;
