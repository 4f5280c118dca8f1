package io.outputport.sharing.share;

import java.util.List;

/**
 * Who may read a share: a snapshot, complete.
 *
 * @param version goes up with every change of it
 * @param recipients their names, ordered
 */
public record Grants(String share, long version, List<String> recipients) {
    public Grants {
        recipients = List.copyOf(recipients);
    }
}
