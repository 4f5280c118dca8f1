package io.outputport.provisioner.api.wire.list;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Names of sources in Hasura that were made for output ports and hold nothing: there, or just removed. */
@Serdeable
public record EmptySources(List<String> sources) {
    public EmptySources {
        sources = List.copyOf(sources);
    }
}
