package io.outputport.provisioner.flow;

import io.outputport.provisioner.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
        Set<String> hiddenColumnTags,
        Optional<URI> endpoint,
        Optional<URI> console) {
    FlowSettings {
        hiddenColumnTags = Set.copyOf(hiddenColumnTags);
    }

    static FlowSettings from(Settings settings) {
        return new FlowSettings(
                settings.duration("VALIDATE_BUDGET", Duration.ofSeconds(10)),
                settings.flag("VALIDATE_STRICT", false),
                settings.flag("WEBHOOK_SUBSCRIPTIONS", false),
                tags(settings.text("HIDDEN_COLUMN_TAGS", "")),
                settings.baseUrl("HASURA_PUBLIC_URL").map(url -> URI.create(url + "/v1/graphql")),
                settings.url("HASURA_CONSOLE_URL"));
    }

    private static Set<String> tags(String list) {
        Set<String> tags = new TreeSet<>();
        for (String tag : list.split(",")) {
            if (!tag.isBlank()) {
                tags.add(tag.strip());
            }
        }
        return tags;
    }
}
