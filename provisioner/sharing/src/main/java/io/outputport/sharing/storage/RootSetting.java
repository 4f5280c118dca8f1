package io.outputport.sharing.storage;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A root as the operator set it: {@code SHARING_STORAGE_<NAME>}. What belongs to it is set under the same name with an ending
 * more, {@code SHARING_STORAGE_<NAME>_REGION} for example, so that no storage can have a name that ends so.
 *
 * @param setting its name in the environment
 * @param name in lower case
 * @param root where it is
 */
public record RootSetting(String setting, String name, String root) {
    private static final String PREFIX = "SHARING_STORAGE_";
    /** Begins like a root, and says which domain may share from which; whoever starts both servers may set it for both. */
    public static final String OF_PROVISIONER = PREFIX + "RULES";

    private static final String S3 = "s3://";
    /** All are of roots in an object store. */
    private static final Set<String> ENDINGS = Set.of(
            "_REGION",
            "_ENDPOINT",
            "_PUBLIC_ENDPOINT",
            "_PATH_STYLE",
            "_TIMEOUT",
            "_ACCESS_KEY_ID",
            "_ACCESS_KEY_ID_FILE",
            "_SECRET_ACCESS_KEY",
            "_SECRET_ACCESS_KEY_FILE",
            "_SESSION_TOKEN",
            "_SESSION_TOKEN_FILE");

    /** In the order of their names. */
    public static List<RootSetting> all(Settings settings) {
        Map<String, String> given = new TreeMap<>(settings.startingWith(PREFIX));
        Optional.ofNullable(given.remove(OF_PROVISIONER)).ifPresent(RootSetting::checkRules);
        List<RootSetting> roots = new ArrayList<>();
        given.forEach((setting, root) -> {
            Optional<String> owner = owner(setting);
            if (owner.isEmpty()) {
                roots.add(new RootSetting(setting, name(setting), root.strip()));
            } else if (!given.getOrDefault(owner.get(), "").strip().startsWith(S3)) {
                // The value may be a secret.
                throw new SettingsException(setting + " belongs to a storage at S3, but " + owner.get()
                        + " is not set to s3://<bucket>/<prefix>.");
            }
        });
        return roots;
    }

    public boolean isAtS3() {
        return root.startsWith(S3);
    }

    /** The setting beside this one that ends so. */
    public String beside(String ending) {
        return setting + ending;
    }

    public SettingsException wrong(String what) {
        return new SettingsException(setting + " is \"" + root + "\", which " + what + ".");
    }

    /** Rules begin with a domain's name; who named a root so must not find it gone. */
    private static void checkRules(String rules) {
        if (rules.strip().matches("(/|[A-Za-z0-9]+:/).*")) {
            throw new SettingsException(OF_PROVISIONER
                    + " holds the provisioner's rules, so no storage can be called \"rules\"; choose another name.");
        }
    }

    /** The root that a setting belongs to, if it is none itself. */
    private static Optional<String> owner(String setting) {
        return ENDINGS.stream()
                .filter(setting::endsWith)
                .map(ending -> setting.substring(0, setting.length() - ending.length()))
                // Of _PUBLIC_ENDPOINT and _ENDPOINT the longer one is meant.
                .min((one, other) -> Integer.compare(one.length(), other.length()));
    }

    private static String name(String setting) {
        String name = setting.substring(PREFIX.length());
        if (!name.matches("[A-Z0-9][A-Z0-9_]{0,40}")) {
            throw new SettingsException(
                    setting + " must end with the storage's name in capital letters, digits and underscores.");
        }
        return name.toLowerCase(Locale.ROOT);
    }
}
