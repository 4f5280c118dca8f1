package io.outputport.provisioner.hasura;

import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.descriptor.model.HiddenTags;
import java.net.URI;
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
                HiddenTags.from(settings),
                settings.baseUrl("HASURA_PUBLIC_URL").map(url -> URI.create(url + "/v1/graphql")),
                settings.url("HASURA_CONSOLE_URL"));
    }
}
