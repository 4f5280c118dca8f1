package io.outputport.provisioner.flow.access;

import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.flow.order.Refs;
import io.outputport.provisioner.port.people.People;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who of a data product's own people always has access, by the operator's decision; by default nobody. */
public final class LockedIdentities {
    private final Set<Kind> kinds;

    private LockedIdentities(Set<Kind> kinds) {
        this.kinds = kinds;
    }

    public static LockedIdentities from(Settings settings) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String name : settings.text("LOCKED_IDENTITIES", "").split(",")) {
            if (!name.isBlank()) {
                kinds.add(kind(name.strip()));
            }
        }
        return new LockedIdentities(kinds);
    }

    /** A missing or unusable identity is skipped with a warning. */
    People of(Optional<DataProduct> product, Progress progress) {
        List<String> refs = new ArrayList<>();
        for (Kind kind : kinds) {
            product.flatMap(kind::value)
                    .map(kind::ref)
                    .filter(Refs::isRef)
                    .ifPresentOrElse(refs::add, () -> progress.report(Severity.WARNING, "access", kind.missing()));
        }
        return Refs.people(refs);
    }

    private static Kind kind(String name) {
        for (Kind kind : Kind.values()) {
            if (kind.setting.equals(name)) {
                return kind;
            }
        }
        throw new SettingsException("LOCKED_IDENTITIES may hold owner and devGroup, separated by a comma.");
    }

    private enum Kind {
        OWNER("owner", "dataProductOwner", People.USER),
        DEV_GROUP("devGroup", "devGroup", People.GROUP);

        private final String setting;
        private final String field;
        private final String prefix;

        Kind(String setting, String field, String prefix) {
            this.setting = setting;
            this.field = field;
            this.prefix = prefix;
        }

        Optional<String> value(DataProduct product) {
            return this == OWNER ? product.owner() : product.devGroup();
        }

        String ref(String value) {
            String text = value.strip();
            return Refs.isRef(text) ? text : prefix + text;
        }

        String missing() {
            return "The descriptor has no usable " + field + ", so this identity is not given access.";
        }
    }
}
