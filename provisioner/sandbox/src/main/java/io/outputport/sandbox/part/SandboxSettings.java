package io.outputport.sandbox.part;

import io.outputport.engine.schema.HasuraVersion;
import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The {@code SANDBOX_*} variables. All others are the service's own and pass through to it. */
public final class SandboxSettings {
    private static final String PREFIX = "SANDBOX_";
    /** The default port of each part, in the order in which help lists them. */
    public static final Map<String, Integer> PORTS = new TreeMap<>(Map.of(
            "SANDBOX_PROVISIONER_PORT", 8091,
            "SANDBOX_HASURA_PORT", 8080,
            "SANDBOX_ROLE_MAPPER_PORT", 8092,
            "SANDBOX_POSTGRES_PORT", 5433,
            "SANDBOX_SNOWFLAKE_PORT", 8093,
            "SANDBOX_SHARING_PORT", 8094));

    private static final String PARTS = "SANDBOX_PARTS";
    private static final String PUBLIC_KEY = "SANDBOX_SNOWFLAKE_PUBLIC_KEY";
    private static final String VERSION = "SANDBOX_HASURA_VERSION";
    private static final Set<String> OTHERS = Set.of(PARTS, VERSION, PUBLIC_KEY, PUBLIC_KEY + "_FILE");

    private final Settings settings;
    private final Map<String, String> others = new TreeMap<>();

    /** @throws SettingsException for a {@code SANDBOX_*} variable that does not exist */
    public SandboxSettings(Map<String, String> environment) {
        Map<String, String> own = new TreeMap<>();
        environment.forEach((name, value) -> (name.startsWith(PREFIX) ? own : others).put(name, value));
        own.keySet().forEach(SandboxSettings::refuseUnknown);
        settings = Settings.of(own);
    }

    public Port port(String variable) {
        return new Port(variable, settings.number(variable, PORTS.getOrDefault(variable, 0), 0, 65_535));
    }

    /** The public key of the Snowflake account's user, in PEM; without one nobody can log in by key pair. */
    public Optional<String> snowflakePublicKey() {
        return settings.secret(PUBLIC_KEY).map(Secret::reveal);
    }

    /** Which release of Hasura the engine behaves as. */
    public HasuraVersion hasuraVersion() {
        String version = settings.text(VERSION).orElse(HasuraVersion.NEWEST.text());
        try {
            return new HasuraVersion(version);
        } catch (IllegalArgumentException wrong) {
            throw new SettingsException(VERSION + ": " + wrong.getMessage());
        }
    }

    /** The names of the parts that are wanted, out of {@code all}; the usual ones by default. */
    public Set<String> parts(List<String> all, List<String> usual) {
        Set<String> wanted = new TreeSet<>(settings.text(PARTS)
                .map(names -> Arrays.stream(names.split(",")).map(String::strip).toList())
                .orElse(usual));
        for (String name : wanted) {
            if (!all.contains(name)) {
                throw new SettingsException(
                        "%s names \"%s\", but the parts are %s.".formatted(PARTS, name, String.join(", ", all)));
            }
        }
        return wanted;
    }

    /** What the service is told: the variables that passed through, under the ones that the parts offer. */
    Map<String, String> forService(Map<String, String> offered) {
        Map<String, String> told = new TreeMap<>(others);
        offered.keySet().forEach(name -> told.remove(name + "_FILE"));
        told.putAll(offered);
        return told;
    }

    /** Whether somebody has set it for the service, here or in a file. */
    boolean passesThrough(String name) {
        return others.containsKey(name) || others.containsKey(name + "_FILE");
    }

    private static void refuseUnknown(String name) {
        if (!PORTS.containsKey(name) && !OTHERS.contains(name)) {
            Set<String> known = new TreeSet<>(PORTS.keySet());
            known.addAll(OTHERS);
            throw new SettingsException(
                    name + " is not a setting of the sandbox; known are " + String.join(", ", known) + ".");
        }
    }
}
