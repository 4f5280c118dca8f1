package io.outputport.foundation.transport;

import java.io.IOException;

/** The other side sent more than is read from it. */
final class BodyTooLarge extends IOException {
    BodyTooLarge() {
        super("the body is too large");
    }
}
