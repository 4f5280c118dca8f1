package io.outputport.sharing.storage;

import java.util.Optional;
import java.util.Set;

/** The storages that the operator named. */
public interface Storages {
    /** @param name in any letter case */
    Optional<Storage> find(String name);

    /** In lower case, in order. */
    Set<String> names();
}
