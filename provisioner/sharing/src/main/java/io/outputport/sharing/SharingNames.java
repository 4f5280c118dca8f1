package io.outputport.sharing;

import io.outputport.foundation.settings.OwnNames;
import io.outputport.sharing.authentication.IdentityProviders;
import io.outputport.sharing.storage.RootSetting;
import io.outputport.sharing.store.ShareDatabase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings under the server's own prefix. */
public final class SharingNames {
    private static final List<String> OWN = List.of(
            "SHARING_PORT",
            "SHARING_HOST",
            "SHARING_PUBLIC_URL",
            "SHARING_SIGNING_KEY",
            "SHARING_SIGNING_KEY_FILE",
            "SHARING_URL_LIFETIME",
            "SHARING_TABLE_PROBE",
            "SHARING_CACHE_MEBIBYTES",
            "SHARING_TRUSTED_PROXIES",
            "SHARING_LINK_LIFETIME",
            "SHARING_TOKEN_LIFETIME",
            // Of the command line.
            "SHARING_SERVER",
            "SHARING_TOKEN",
            "SHARING_TOKEN_FILE",
            // Of the provisioner, which may be started from the same environment.
            "SHARING_URL",
            "SHARING_ADMIN_TOKEN",
            "SHARING_ADMIN_TOKEN_FILE",
            "SHARING_TIMEOUT",
            RootSetting.OF_PROVISIONER);

    public static final OwnNames ALL = new OwnNames(
            "sharing",
            Stream.concat(OWN.stream(), ShareDatabase.PURPOSE.settings().stream())
                    .collect(Collectors.toUnmodifiableSet()),
            // The operator names a storage or a provider, and sets what belongs to it under that name.
            Set.of("SHARING_STORAGE_", IdentityProviders.PREFIX));

    private SharingNames() {}
}
