package io.outputport.sharing.share;

import java.util.List;
import java.util.UUID;

/**
 * Who may read a share: a snapshot, complete.
 *
 * @param id of the share
 * @param version goes up with every change of it
 * @param recipients their names, ordered
 */
public record Grants(UUID id, String share, long version, List<String> recipients) {
    public Grants {
        recipients = List.copyOf(recipients);
    }
}
