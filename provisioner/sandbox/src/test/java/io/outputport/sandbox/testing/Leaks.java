package io.outputport.sandbox.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for the secrets that services were started with in everything that comes out of them. Fixtures report here; nobody
 * has to ask for it.
 */
public final class Leaks {
    /** What the fixtures of this run report to. */
    public static final Leaks OF_THIS_RUN = new Leaks();

    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|PASSPHRASE|SECRET|TOKEN|PRIVATE_KEY)");
    /** A shorter one stands in ordinary words by chance. */
    private static final int SHORTEST = 8;

    private final Set<String> planted = new ConcurrentSkipListSet<>();
    private final Set<String> found = new TreeSet<>();

    /** Every secret among the variables of a service; one that is some public value as well is none. */
    public void plant(Map<String, String> variables) {
        Set<String> others = variables.entrySet().stream()
                .filter(variable -> !SECRET.matcher(variable.getKey()).matches())
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        variables.forEach((name, value) -> {
            if (SECRET.matcher(name).matches() && !others.contains(value)) {
                value.lines().filter(line -> !line.startsWith("-----")).forEach(this::plant);
            }
        });
    }

    private void plant(String secret) {
        if (secret.length() >= SHORTEST) {
            String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
            planted.addAll(List.of(
                    secret,
                    encoded,
                    encoded.replace("+", "%20"),
                    secret.replace("\\", "\\\\").replace("\"", "\\\"")));
        }
    }

    /** @param place what the text is, for whoever has to look for the leak */
    public void hear(String place, String text) {
        long secrets = count(text);
        if (secrets > 0) {
            synchronized (found) {
                found.add(place + " shows a secret: " + around(text));
            }
        }
    }

    /** In how many places of a text a secret stands. */
    public long count(String text) {
        return planted.stream()
                .mapToLong(secret -> Stream.iterate(
                                text.indexOf(secret), at -> at >= 0, at -> text.indexOf(secret, at + 1))
                        .count())
                .sum();
    }

    /** What was found since the last time. */
    public List<String> take() {
        synchronized (found) {
            List<String> all = new ArrayList<>(found);
            found.clear();
            return all;
        }
    }

    private String around(String text) {
        String secret = planted.stream().filter(text::contains).findFirst().orElseThrow();
        int at = text.indexOf(secret);
        int end = Math.min(text.length(), at + secret.length() + 40);
        return text.substring(Math.max(0, at - 80), end);
    }
}
