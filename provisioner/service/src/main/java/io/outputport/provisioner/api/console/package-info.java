/**
 * The console: a web page over this API, and the modules it is made of. Serves files and nothing else; whatever the page
 * shows it asks the same API for as everybody.
 */
@NullMarked
package io.outputport.provisioner.api.console;

import org.jspecify.annotations.NullMarked;
