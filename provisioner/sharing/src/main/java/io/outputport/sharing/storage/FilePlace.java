package io.outputport.sharing.storage;

import io.outputport.sharing.text.Utf8Slice;

/**
 * Where a file lies, in the form in which each answer needs it.
 *
 * @param path of a {@link StoragePath}
 * @param mark what the file's storage has made of the path, which goes into every address; empty where it was not made yet.
 *     It says nothing that the path does not
 */
public record FilePlace(Utf8Slice path, Utf8Slice mark) {
    /** Makes marks; for one thread. */
    @FunctionalInterface
    public interface Marker {
        byte[] mark(Utf8Slice path);
    }

    public static FilePlace of(StoragePath path) {
        return new FilePlace(Utf8Slice.of(path.value()), Utf8Slice.EMPTY);
    }

    public FilePlace marked(Marker marker) {
        return new FilePlace(path, Utf8Slice.of(marker.mark(path)));
    }

    public StoragePath asPath() {
        return new StoragePath(path.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilePlace that && path.equals(that.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
