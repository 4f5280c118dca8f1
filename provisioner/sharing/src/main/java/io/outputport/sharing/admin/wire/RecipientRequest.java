package io.outputport.sharing.admin.wire;

import io.micronaut.core.annotation.Introspected;
import io.outputport.sharing.recipient.RecipientKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recipient, complete: what is not named is not so. */
@Introspected
public record RecipientRequest(
        @Nullable RecipientKind kind,
        @Nullable String comment,
        @Nullable List<@Nullable String> networks,
        @Nullable Map<String, @Nullable String> properties,
        @Nullable Boolean suspended) {}
