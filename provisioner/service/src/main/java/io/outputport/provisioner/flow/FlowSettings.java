package io.outputport.provisioner.flow;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.hasura.plan.column.HiddenTags;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the operator decided about operations.
 *
 * @param validateBudget how long a validation may ask other systems; zero for static rules only
 * @param validateStrict whether what depends on other systems makes a descriptor invalid
 * @param subscriptions whether consumers can subscribe; behind the role mapper's webhook they cannot
 * @param hiddenColumnTags columns with one of these tags are shown to nobody
 * @param endpoint the GraphQL endpoint as consumers reach it, when it is known
 */
record FlowSettings(
        Duration validateBudget,
        boolean validateStrict,
        boolean subscriptions,
        HiddenTags hiddenColumnTags,
        Optional<URI> endpoint,
        Optional<URI> console) {
    static FlowSettings from(Settings settings) {
        return new FlowSettings(
                settings.duration("VALIDATE_BUDGET", Duration.ofSeconds(10)),
                settings.flag("VALIDATE_STRICT", false),
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
