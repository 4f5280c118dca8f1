package io.outputport.sharing.protocol.wire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param nextPageToken left out on the last page: some clients take an empty one for another page, and ask for ever
 */
@Serdeable
public record Page<T>(List<T> items, Optional<String> nextPageToken) {
    public Page {
        items = List.copyOf(items);
    }
}
