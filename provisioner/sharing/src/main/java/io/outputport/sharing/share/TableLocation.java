package io.outputport.sharing.share;

/**
 * Where a table lies.
 *
 * @param storage the name that the operator gave to a root; never an address
 * @param path below the root, as it was written; what it may hold is for the storage to say
 */
public record TableLocation(String storage, String path) {}
