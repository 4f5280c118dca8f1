package io.outputport.foundation.caller.jwt;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where something stands in the claims of a JWT; a dot leads into an object. */
public final class ClaimPath {
    private final List<String> steps;

    public ClaimPath(String dotted) {
        this.steps = List.of(dotted.split("\\."));
    }

    /** A list of texts, or one text with spaces between them as in {@code scope}. */
    public Set<String> texts(Map<String, Object> claims) {
        Object found = value(claims).orElse("");
        Collection<?> several = found instanceof Collection<?> list
                ? list
                : List.of(String.valueOf(found).split(" "));
        return several.stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** One text, whatever it holds; empty where there is none, or something else. */
    public Optional<String> text(Map<String, Object> claims) {
        return value(claims).filter(String.class::isInstance).map(String.class::cast);
    }

    private Optional<Object> value(Map<String, Object> claims) {
        Optional<Object> value = Optional.of(claims);
        for (String step : steps) {
            value = value.filter(Map.class::isInstance).map(object -> ((Map<?, ?>) object).get(step));
        }
        return value;
    }
}
