package io.outputport.sharing.share;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All shares, for those who offer them. What a method has changed is on the disk when it returns, whole or not at all. */
public interface ShareStore {
    /** @param name whatever the case */
    Optional<Share> find(String name);

    /** By name, whatever the case. */
    List<Share> all();

    /** Those with exactly this comment, by which who made them knows them again. */
    List<Share> commented(String comment);

    /** A table that the share has already keeps its id, and the share its grants. A draft that changes nothing is no change. */
    Written<Share> put(String name, ShareDraft draft, Precondition condition);

    /** With its grants. */
    Written<Share> remove(String name, Precondition condition);

    Optional<Grants> grants(String share);

    /**
     * Puts a snapshot in the place of the one before. Users and groups that are not known yet become recipients; any other
     * name must be known.
     *
     * @throws UnknownRecipients nothing has changed then
     */
    Written<Grants> grant(String share, Set<String> recipients, Precondition condition);
}
