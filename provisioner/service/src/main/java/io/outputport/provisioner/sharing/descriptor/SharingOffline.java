package io.outputport.provisioner.sharing.descriptor;

import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.descriptor.model.HiddenTags;
import io.outputport.provisioner.descriptor.subject.OfflineNotation;
import io.outputport.provisioner.descriptor.subject.PortNotation;
import io.outputport.provisioner.sharing.descriptor.storage.StorageRulesSetting;

/** By the rules that a service with the same settings has. */
public final class SharingOffline implements OfflineNotation {
    @Override
    public PortNotation of(Settings settings) {
        return new SharingNotation(StorageRulesSetting.read(settings), HiddenTags.from(settings));
    }
}
