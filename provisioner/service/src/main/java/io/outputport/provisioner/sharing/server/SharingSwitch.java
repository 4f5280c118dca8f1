package io.outputport.provisioner.sharing.server;

import io.outputport.provisioner.port.TechnologySwitch;
import java.util.List;

/** On where there is a sharing server. */
public final class SharingSwitch implements TechnologySwitch {
    @Override
    public String name() {
        return "delta-sharing";
    }

    @Override
    public List<String> required() {
        return List.of("SHARING_URL", "SHARING_ADMIN_TOKEN");
    }

    @Override
    public String ports() {
        return "Delta Sharing ports";
    }
}
