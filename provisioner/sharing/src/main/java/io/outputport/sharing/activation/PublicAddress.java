package io.outputport.sharing.activation;

import io.micronaut.runtime.server.EmbeddedServer;
import io.outputport.foundation.settings.Settings;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** Where consumers reach this server. Never taken from a call: its author could send others elsewhere. */
@Singleton
public final class PublicAddress {
    private final Optional<URI> set;
    private final Provider<EmbeddedServer> server;

    PublicAddress(Settings settings, Provider<EmbeddedServer> server) {
        this.set = settings.baseUrl("SHARING_PUBLIC_URL");
        this.server = server;
    }

    /** Of the protocol, as profile files hold it. */
    public String endpoint() {
        return base() + "/delta-sharing/";
    }

    /** @param code behind the number sign: browsers send that part to nobody */
    public String activation(String code) {
        return base() + "/activation#" + code;
    }

    public String base() {
        return set.map(URI::toString).orElseGet(() -> reachable(server.get().getContextURI()));
    }

    /** A server that listens at every address of its machine has none that others could call; here it is this one. */
    static String reachable(URI listening) {
        return listening
                .toString()
                .replaceFirst("//(0\\.0\\.0\\.0|\\[[0:]+])(?=[:/]|$)", "//localhost")
                .replaceAll("/+$", "");
    }
}
