package io.outputport.sharing.storage;

/** @param modified in milliseconds since 1970 */
public record StoredFile(StoragePath path, long size, long modified) {}
