package io.outputport.foundation.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as operators write them. A refusal does not repeat one, since it may hold a password. */
final class WebAddress {
    private static final int LARGEST_PORT = 65_535;
    /** Where Hasura, the role mapper and the provisioner have their calls: all of it is added by the caller. */
    private static final Pattern CALL =
            Pattern.compile("(.*?)/(v1|v1alpha1|v1beta1|v2/query|v2/validate|console|healthz|health|docs)(/.*)?");

    private WebAddress() {}

    static URI parse(String name, String text) {
        try {
            URI uri = new URI(text.replaceAll("/+$", ""));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getPort() <= LARGEST_PORT) {
                return uri;
            }
            if (web) {
                refuseUnderscore(name, uri);
            }
        } catch (URISyntaxException notAnAddress) {
            // Answered below: the value may hold a password, so it is not repeated.
        }
        throw new SettingsException(name + " is not an http or https address, such as http://host:8080.");
    }

    static URI base(String name, String text) {
        URI uri = parse(name, text);
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new SettingsException(name + " must not hold a user, a query or a fragment.");
        }
        Matcher call = CALL.matcher(uri.getRawPath());
        if (call.matches()) {
            throw new SettingsException(name + " is the address of one call; write the part before /" + call.group(2)
                    + ": " + uri.getScheme() + "://" + uri.getRawAuthority() + call.group(1) + ".");
        }
        return uri;
    }

    /** Docker names the services of a stack so, but Java's clients, as RFC 1123, know no such host. */
    private static void refuseUnderscore(String name, URI uri) {
        Matcher host = Pattern.compile("(.*@)?([^@:/]*_[^@:/]*)(:\\d{1,5})?")
                .matcher(uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
        if (host.matches()) {
            throw new SettingsException(name + " has the host name \"" + host.group(2) + "\", but no host name may hold"
                    + " an underscore (RFC 1123); give that service a name or an alias without one, such as "
                    + host.group(2).replace('_', '-') + ".");
        }
    }
}
