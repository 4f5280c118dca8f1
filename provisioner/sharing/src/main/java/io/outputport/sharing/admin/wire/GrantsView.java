package io.outputport.sharing.admin.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.outputport.sharing.share.Grants;
import java.util.List;

/** Who may read a share. */
@Serdeable
public record GrantsView(String share, long version, List<String> recipients) {
    public static GrantsView of(Grants grants) {
        return new GrantsView(grants.share(), grants.version(), grants.recipients());
    }
}
