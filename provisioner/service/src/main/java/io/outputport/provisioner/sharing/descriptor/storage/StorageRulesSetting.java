package io.outputport.provisioner.sharing.descriptor.storage;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.descriptor.source.NamePattern;
import io.outputport.provisioner.sharing.descriptor.storage.StorageRules.DomainStorage;
import io.outputport.provisioner.sharing.descriptor.storage.StorageRules.FolderPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The setting SHARING_STORAGE_RULES: {@code finance=lake/finance,archive;lab@development=scratch}. */
public final class StorageRulesSetting {
    private static final String NAME = "SHARING_STORAGE_RULES";

    private StorageRulesSetting() {}

    public static StorageRules read(Settings settings) {
        return settings.text(NAME)
                .map(text -> new StorageRules(Optional.of(rules(text))))
                .orElse(StorageRules.NONE);
    }

    private static List<DomainStorage> rules(String text) {
        List<DomainStorage> rules = new ArrayList<>();
        Stream.of(text.split("[;\\n]")).filter(rule -> !rule.isBlank()).forEach(rule -> rules.add(rule(rule.strip())));
        if (rules.isEmpty()) {
            throw wrong(text, "no rule");
        }
        return rules;
    }

    private static DomainStorage rule(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || text.substring(equals + 1).isBlank()) {
            throw wrong(text, "no domain, or no storage behind its =");
        }
        String[] whose = text.substring(0, equals).split("@", -1);
        String domain = StorageRules.key(whose[0]).replaceFirst("^domain:", "");
        if (whose.length > 2 || domain.isEmpty() || (whose.length == 2 && whose[1].isBlank())) {
            throw wrong(text, "no domain, or no environment behind its @");
        }
        Optional<NamePattern> environment =
                whose.length == 2 ? Optional.of(new NamePattern(StorageRules.key(whose[1]))) : Optional.empty();
        List<FolderPlace> places = Stream.of(text.substring(equals + 1).split(",", -1))
                .map(place -> place(place.strip()))
                .toList();
        return new DomainStorage(new NamePattern(domain), environment, places);
    }

    private static FolderPlace place(String text) {
        int slash = text.indexOf('/');
        String storage = StorageRules.key(slash < 0 ? text : text.substring(0, slash));
        String folder = slash < 0 ? "" : text.substring(slash + 1).replaceFirst("/$", "");
        boolean empty = slash >= 0 && folder.isBlank();
        if (!storage.matches("[a-z0-9_*-]+") || empty || folder.contains("..") || folder.contains("*")) {
            throw wrong(text, "no storage, or no folder behind its slash,");
        }
        return new FolderPlace(new NamePattern(storage), folder);
    }

    private static SettingsException wrong(String part, String what) {
        return new SettingsException(NAME + " has " + what + " in \"" + part
                + "\". Write for example finance=lake/finance,archive;lab@development=scratch_*");
    }
}
