package io.outputport.sharing.admin.wire;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may read a share, complete: whoever is not named may not. */
@Introspected
public record GrantsRequest(@Nullable List<@Nullable String> recipients) {}
