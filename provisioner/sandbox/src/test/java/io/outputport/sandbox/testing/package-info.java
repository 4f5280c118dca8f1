/** What the tests of the sandbox share: a plain HTTP client and processes of their own. */
@NullMarked
package io.outputport.sandbox.testing;

import org.jspecify.annotations.NullMarked;
