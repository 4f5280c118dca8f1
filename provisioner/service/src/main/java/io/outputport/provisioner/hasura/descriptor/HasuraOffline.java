package io.outputport.provisioner.hasura.descriptor;

import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.descriptor.source.SourceNaming;
import io.outputport.provisioner.descriptor.subject.OfflineNotation;
import io.outputport.provisioner.descriptor.subject.PortNotation;
import java.util.List;
import java.util.ServiceLoader;

/** With every kind of source that judges names without a system to ask. */
public final class HasuraOffline implements OfflineNotation {
    @Override
    public PortNotation of(Settings settings) {
        List<SourceNaming> sources = ServiceLoader.load(SourceNaming.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return new HasuraNotation(sources, SourceRulesSetting.read(settings, sources));
    }
}
