package io.outputport.sharing.share;

import io.outputport.sharing.recipient.Lifetimes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tables that are handed out together. Schemas are the distinct schema names of its tables, whatever their case.
 *
 * @param version goes up with every change of the share, not with its grants
 * @param tables by schema and name, whatever their case
 */
public record Share(
        UUID id, String name, Optional<String> comment, Lifetimes lifetimes, long version, List<SharedTable> tables) {
    private static final Comparator<SharedTable> ORDER =
            Comparator.comparing(SharedTable::schema, NameRule.ORDER).thenComparing(SharedTable::name, NameRule.ORDER);

    public Share {
        tables = tables.stream().sorted(ORDER).toList();
    }
}
