package io.outputport.provisioner.flow.order;

import java.util.function.Supplier;

/** The bug of an order that cannot be read, by the task that it belongs to. */
final class UnreadableOrder {
    private UnreadableOrder() {}

    static <T> T named(String token, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalStateException broken) {
            throw new IllegalStateException("the order of task " + token + " cannot be read", broken);
        }
    }
}
