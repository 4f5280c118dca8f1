package io.outputport.provisioner.remote.hasura;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.annotation.Order;
import io.outputport.provisioner.settings.Settings;
import io.outputport.provisioner.transport.Calls;
import java.util.random.RandomGenerator;

@Factory
final class HasuraFactory {
    /** After the role mapper: who owns the role is known before a whole metadata document is read. */
    @Context
    @Order(2)
    Hasura hasura(Settings settings, Calls calls) {
        HasuraSettings own = HasuraSettings.from(settings);
        HasuraClient client = new HasuraClient(own, calls);
        MetadataWriter writer = new MetadataWriter(
                client, new Aftermath(client), own.writeTimeout(), Pause::sleep, RandomGenerator.getDefault());
        return new Hasura(client, writer, Pause::sleep);
    }
}
