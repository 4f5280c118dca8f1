package io.outputport.provisioner.hasura;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.hasura.plan.column.HiddenTags;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the operator decided about ports on Hasura.
 *
 * @param subscriptions whether consumers can subscribe; behind the role mapper's webhook they cannot
 * @param hiddenColumnTags columns with one of these tags are shown to nobody
 * @param endpoint the GraphQL endpoint as consumers reach it, when it is known
 */
record HasuraPortSettings(
        boolean subscriptions, HiddenTags hiddenColumnTags, Optional<URI> endpoint, Optional<URI> console) {
    static HasuraPortSettings from(Settings settings) {
        return new HasuraPortSettings(
                settings.flag("WEBHOOK_SUBSCRIPTIONS", false),
                tags(settings.text("HIDDEN_COLUMN_TAGS", "")),
                settings.baseUrl("HASURA_PUBLIC_URL").map(url -> URI.create(url + "/v1/graphql")),
                settings.url("HASURA_CONSOLE_URL"));
    }

    /** Whatever separates them: a list that is read as one long tag would hide nothing. */
    private static HiddenTags tags(String list) {
        HiddenTags tags = HiddenTags.of(List.of(list.split("[,;\\r\\n\\[\\]]")));
        if (tags.isEmpty() && !list.isBlank()) {
            throw new SettingsException("HIDDEN_COLUMN_TAGS names no tag; write tags with commas between them.");
        }
        return tags;
    }
}
