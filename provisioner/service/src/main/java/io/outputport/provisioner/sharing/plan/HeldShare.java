package io.outputport.provisioner.sharing.plan;

import io.outputport.provisioner.sharing.descriptor.ShareLifetimes;
import java.util.List;
import java.util.Optional;

/**
 * A share as the sharing server holds it.
 *
 * @param tag its ETag: the condition of a change that is to meet what was read
 */
public record HeldShare(
        String name, String tag, Optional<String> comment, ShareLifetimes lifetimes, List<ShareTable> tables) {
    public HeldShare {
        tables = List.copyOf(tables);
    }

    /** Whether it is how somebody wants it, so that nothing needs to be written. */
    public boolean is(WantedShare wanted) {
        return comment.filter(wanted.comment()::equals).isPresent()
                && lifetimes.equals(wanted.lifetimes())
                && hasTables(wanted.tables());
    }

    /** Whether these are its tables, in whatever order. */
    boolean hasTables(List<ShareTable> others) {
        return tables.size() == others.size()
                && ShareDifferences.between(others, tables).isEmpty();
    }
}
