package io.outputport.sandbox.story;

import java.net.URI;

/** One of several services over one task database, as far as the platform and death see it. */
interface Replica extends AutoCloseable {
    URI url();

    /** At once and without a word: nothing that it still does reaches anybody. */
    void die();

    @Override
    void close();
}
