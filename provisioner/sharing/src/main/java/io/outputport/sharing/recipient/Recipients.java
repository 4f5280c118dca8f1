package io.outputport.sharing.recipient;

import java.util.List;
import java.util.Optional;

/** All recipients. What a method has changed is on the disk when it returns. */
public interface Recipients {
    /** @param name whatever the case */
    Optional<Recipient> find(String name);

    /** By name, whatever the case. */
    List<Recipient> all();

    /** The kind of one that is there stays; empty when it is of another. */
    Optional<Recipient> put(String name, RecipientKind kind, RecipientTerms terms);

    /** With its grants and tokens; whether it was there. */
    boolean remove(String name);
}
