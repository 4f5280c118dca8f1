package io.outputport.provisioner.sharing.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.outputport.foundation.text.StoredJson;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.sharing.descriptor.ShareLifetimes;
import io.outputport.provisioner.sharing.descriptor.SharingNotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a port stood when it was last carried out. As JSON it outlives this version: fields are added, never renamed. */
public record ServedShare(String component, String share, ShareLifetimes lifetimes, List<ShareTable> tables) {
    private static final StoredJson FORM = StoredJson.with(Map.of(ShareTable.class, TableForm.class));

    public ServedShare {
        tables = List.copyOf(tables);
    }

    public ServedState state() {
        return new ServedState(
                SharingNotation.NAME,
                FORM.write(new StoredShare(
                        component,
                        share,
                        lifetimes.token().map(ShareLifetimes::text),
                        lifetimes.url().map(ShareLifetimes::text),
                        tables)));
    }

    public static ServedShare read(ServedState state) {
        StoredShare stored = FORM.read(state.json(), StoredShare.class);
        return new ServedShare(
                stored.component(),
                stored.share(),
                new ShareLifetimes(
                        stored.tokenLifetime().flatMap(ShareLifetimes::duration),
                        stored.urlLifetime().flatMap(ShareLifetimes::duration)),
                stored.tables());
    }

    private record StoredShare(
            String component,
            String share,
            Optional<String> tokenLifetime,
            Optional<String> urlLifetime,
            List<ShareTable> tables) {}

    private interface TableForm {
        @JsonProperty("partitionFilter")
        Map<String, String> filter();
    }
}
