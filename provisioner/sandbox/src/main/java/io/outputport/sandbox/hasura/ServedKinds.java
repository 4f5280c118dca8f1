package io.outputport.sandbox.hasura;

import io.outputport.sandbox.hasura.source.SourceKind;
import io.outputport.sandbox.hasura.source.SourceKinds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds that this engine was started with. */
final class ServedKinds implements SourceKinds {
    private final Map<String, SourceKind> kinds;

    ServedKinds(List<SourceKind> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(SourceKind::name, Function.identity()));
    }

    @Override
    public Optional<SourceKind> named(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    @Override
    public Set<String> names() {
        return kinds.keySet();
    }
}
