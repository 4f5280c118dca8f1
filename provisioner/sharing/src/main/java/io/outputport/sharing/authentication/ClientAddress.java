package io.outputport.sharing.authentication;

import io.micronaut.http.HttpRequest;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.sharing.recipient.Network;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a call came from. What a proxy says of it counts only from proxies that the operator has named: anybody else could
 * write itself into the list of a recipient's networks.
 */
@Singleton
public final class ClientAddress {
    private static final String SETTING = "SHARING_TRUSTED_PROXIES";
    static final String FORWARDED = "X-Forwarded-For";

    private final List<Network> proxies;

    ClientAddress(Settings settings) {
        this.proxies = settings.text(SETTING).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(text -> Network.parse(text.strip())
                        .orElseThrow(() -> new SettingsException(
                                SETTING + " must be networks with commas between them, such as 10.0.0.0/8.")))
                .toList();
    }

    public InetAddress of(HttpRequest<?> request) {
        InetAddress last = request.getRemoteAddress().getAddress();
        List<String> hops = request.getHeaders().getAll(FORWARDED).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .toList();
        for (int at = hops.size() - 1; at >= 0 && isProxy(last); at--) {
            Optional<InetAddress> before = Network.address(hops.get(at));
            if (before.isEmpty()) {
                return last;
            }
            last = before.get();
        }
        return last;
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }
}
