package io.outputport.provisioner.hasura.wave.entry;

import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.hasura.plan.wanted.ServedPortJson;
import java.util.List;

/** A port's change as it is stored: equal changes make equal texts. The dialect is found again by its technology. */
public final class ChangeJson {
    private final List<HasuraDialect> dialects;

    public ChangeJson(List<HasuraDialect> dialects) {
        this.dialects = List.copyOf(dialects);
    }

    String write(MetadataChange change) {
        return ServedPortJson.FORM.write(StoredChange.of(change));
    }

    MetadataChange read(String text) {
        return ServedPortJson.FORM.read(text, StoredChange.class).change(this::dialect);
    }

    private HasuraDialect dialect(String technology) {
        return dialects.stream()
                .filter(dialect -> dialect.technology().equals(technology))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no dialect of technology " + technology));
    }
}
