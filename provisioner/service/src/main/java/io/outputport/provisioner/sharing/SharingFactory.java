package io.outputport.provisioner.sharing;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.transport.CallMeter;
import io.outputport.foundation.transport.Calls;
import io.outputport.provisioner.descriptor.model.HiddenTags;
import io.outputport.provisioner.measure.Dependency;
import io.outputport.provisioner.port.PortTechnology;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.AccessWrites;
import io.outputport.provisioner.sharing.descriptor.SharingNotation;
import io.outputport.provisioner.sharing.descriptor.storage.StorageRules;
import io.outputport.provisioner.sharing.descriptor.storage.StorageRulesSetting;
import io.outputport.provisioner.sharing.server.SharingClient;
import io.outputport.provisioner.sharing.server.SharingHealth;
import io.outputport.provisioner.sharing.server.SharingSettings;
import io.outputport.provisioner.sharing.watch.ShareDrift;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the technology together; to the rest of the service it is the one bean that this package has. */
@Factory
final class SharingFactory {
    private static final Logger LOG = LoggerFactory.getLogger(SharingFactory.class);

    @Context
    SharingSettings settings(Settings settings) {
        return SharingSettings.from(settings);
    }

    @Context
    SharingNotation notation(Settings settings) {
        StorageRules rules = StorageRulesSetting.read(settings);
        if (rules.rules().isEmpty()) {
            LOG.warn(
                    "SHARING_STORAGE_RULES is not set: every data product may share every table that the sharing server"
                            + " can read.");
        }
        return new SharingNotation(rules, HiddenTags.from(settings));
    }

    @Singleton
    SharingClient client(SharingSettings settings, Calls calls, CallMeter meter) {
        return new SharingClient(settings, calls.countedAs(SharingHealth.SYSTEM, meter));
    }

    @Singleton
    Dependency health(SharingClient client) {
        return new SharingHealth(client);
    }

    /** The last: a port that nobody knows the kind of is no share. */
    @Singleton
    @Order(Ordered.LOWEST_PRECEDENCE)
    @Bean(typed = PortTechnology.class)
    PortTechnology technology(
            SharingNotation notation,
            SharingClient client,
            SharingSettings sharing,
            AccessLedger ledger,
            Settings settings) {
        AccessWrites access = new AccessWrites(ledger, sharing.timeout(), System::nanoTime);
        return new SharingTechnology(
                notation,
                client,
                new ShareWrites(client, access),
                new SharingTechnology.Presentation(
                        new Advice(HiddenTags.from(settings)), new SharingPortInfo(sharing.publicUrl())),
                () -> client.shares().map(shares -> new ShareDrift(client, ledger, shares)));
    }
}
