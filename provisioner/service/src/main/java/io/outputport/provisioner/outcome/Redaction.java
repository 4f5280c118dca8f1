package io.outputport.provisioner.outcome;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of a text: those that are known, in each form they travel in, and whatever has the shape of one. The
 * one place for log lines, spans and what a task tells.
 */
public final class Redaction {
    private static final String STARS = "***";
    /** A shorter one stands in ordinary words by chance; masking it would tell where. */
    private static final int SHORTEST = 4;

    private static final Pattern PRIVATE_KEY = Pattern.compile(
            "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|\\z)", Pattern.DOTALL);
    private static final Pattern AUTHORIZATION = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{6,}");
    private static final Pattern NAMED = Pattern.compile("(?i)(password|passphrase|pwd|secret|token)=[^&;\\s]*");
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^/@\\s]+@");

    /** Longest first, so that a secret that holds another goes as a whole. */
    private final Set<String> known = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** From now on the secret is masked wherever it appears. */
    public void learn(String secret) {
        secret.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("-----"))
                .forEach(this::learnLine);
    }

    private void learnLine(String line) {
        if (line.length() >= SHORTEST) {
            String encoded = URLEncoder.encode(line, StandardCharsets.UTF_8);
            known.add(line);
            known.add(encoded);
            known.add(encoded.replace("+", "%20"));
            known.add(line.replace("\\", "\\\\").replace("\"", "\\\""));
        }
    }

    public String clean(String text) {
        String clean = text;
        for (String secret : known) {
            clean = clean.replace(secret, STARS);
        }
        return byShape(clean);
    }

    /** What looks like a secret in another system's words, whether or not it is ours. */
    static String byShape(String text) {
        String clean = PRIVATE_KEY.matcher(text).replaceAll(STARS);
        clean = AUTHORIZATION.matcher(clean).replaceAll("$1 " + Matcher.quoteReplacement(STARS));
        clean = NAMED.matcher(clean).replaceAll("$1=" + Matcher.quoteReplacement(STARS));
        return IN_ADDRESS.matcher(clean).replaceAll("://" + Matcher.quoteReplacement(STARS) + "@");
    }
}
