package io.outputport.sharing.share;

/**
 * How a change ended.
 *
 * @param <T> what there is now
 */
public sealed interface Written<T> {
    /** @param isNew whether there was none before */
    record Stored<T>(T value, boolean isNew) implements Written<T> {}

    /** It is not what the author of the change has read. */
    record Changed<T>() implements Written<T> {}

    /** There is nothing of that name. */
    record Missing<T>() implements Written<T> {}
}
