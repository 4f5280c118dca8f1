package io.outputport.engine.fidelity.cases;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some releases of Hasura, in the order of their numbers.
 *
 * @param since the first of them, for example {@code v2.29}; empty for no bound
 * @param before the first that is none of them any more; empty for no bound
 */
public record Versions(Optional<String> since, Optional<String> before) {
    private static final Pattern NUMBER = Pattern.compile("v(\\d+)\\.(\\d+).*");

    public Versions {
        since.ifPresent(Versions::number);
        before.ifPresent(Versions::number);
    }

    /** @param version as {@code /v1/version} says it, for example {@code v2.48.1} */
    public boolean include(String version) {
        int asked = number(version);
        return since.map(first -> number(first) <= asked).orElse(true)
                && before.map(end -> asked < number(end)).orElse(true);
    }

    private static int number(String version) {
        Matcher parts = NUMBER.matcher(version);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + version + "' is no version such as v2.45.0.");
        }
        List<Integer> numbers = List.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        return numbers.get(0) * 1000 + numbers.get(1);
    }
}
