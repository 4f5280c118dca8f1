package io.outputport.foundation.outcome;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of a text: those that are known, in each form they travel in, and whatever has the shape of one. The
 * one place for log lines, spans, answers and what a task tells.
 */
public final class Redaction {
    private static final String STARS = "***";
    private static final String QUOTED_STARS = Matcher.quoteReplacement(STARS);
    /** A shorter one stands in ordinary words by chance; masking it would tell where. */
    private static final int SHORTEST = 4;

    /** A task's token is no secret: it leads to what its owner was told anyway. */
    private static final String NO_TASK = "(?![0-9a-fA-F]{8}-[0-9a-fA-F]{4}-)";

    private static final String NAMES = "password|passphrase|passwd|pwd|secret|token|api[-_]?key";

    private static final Pattern PRIVATE_KEY = Pattern.compile(
            "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|\\z)", Pattern.DOTALL);
    private static final Pattern AUTHORIZATION = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{6,}");
    /** {@code password=x}, {@code secret: x}, {@code "token":"x"}. */
    private static final Pattern NAMED = Pattern.compile("(?i)((?:" + NAMES + ")(?:\\\\?[\"'])?)(\\s{0,3}[=:]\\s{0,3})"
            + NO_TASK + "(\\\\?\"[^\"\\\\]*\\\\?\"|'[^']*'|[^&;,\\s\"'\\\\})\\]]+)");
    /** {@code password 'x'}. */
    private static final Pattern SPOKEN =
            Pattern.compile("(?i)\\b(" + NAMES + ")(\\s{1,3})" + NO_TASK + "(\"[^\"]+\"|'[^']+')");
    /** A password may hold whatever an address may not, a slash above all. */
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^\\s\"'<>,;|]+@");

    /** Longest first, so that a secret that holds another goes as a whole. */
    private final Set<String> known = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** From now on the secret is masked wherever it appears. */
    public void learn(String secret) {
        secret.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("-----") && line.length() >= SHORTEST)
                .forEach(line -> known.addAll(SecretForms.of(line)));
    }

    /** Without what is known, and without what has the shape of a secret. */
    public String clean(String text) {
        return byShape(byValue(text));
    }

    /** Without what is known. For words of our own, in which the name of a setting is no sign of a secret. */
    public String byValue(String text) {
        String clean = text;
        for (String secret : known) {
            clean = clean.replace(secret, STARS);
        }
        return clean;
    }

    /** What looks like a secret in another system's words, whether or not it is ours. */
    static String byShape(String text) {
        String clean = PRIVATE_KEY.matcher(text).replaceAll(QUOTED_STARS);
        clean = AUTHORIZATION.matcher(clean).replaceAll("$1 " + QUOTED_STARS);
        clean = IN_ADDRESS.matcher(clean).replaceAll("://" + QUOTED_STARS + "@");
        clean = NAMED.matcher(clean).replaceAll("$1$2" + QUOTED_STARS);
        return SPOKEN.matcher(clean).replaceAll("$1$2" + QUOTED_STARS);
    }
}
