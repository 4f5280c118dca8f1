package io.outputport.sharing.admin.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.outputport.sharing.recipient.Network;
import io.outputport.sharing.recipient.Recipient;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A recipient as it is kept. */
@Serdeable
public record RecipientView(
        String id,
        String name,
        String kind,
        Optional<String> comment,
        List<String> networks,
        Map<String, String> properties,
        boolean suspended) {
    public static RecipientView of(Recipient recipient) {
        return new RecipientView(
                recipient.id().toString(),
                recipient.name(),
                recipient.kind().name(),
                recipient.terms().comment(),
                recipient.terms().networks().stream().map(Network::text).toList(),
                recipient.terms().properties(),
                recipient.terms().suspended());
    }
}
