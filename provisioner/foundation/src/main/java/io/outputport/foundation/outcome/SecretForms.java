package io.outputport.foundation.outcome;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms in which a secret travels through addresses, headers and JSON, and comes back in another system's words. */
final class SecretForms {
    /** A shorter piece of Base64 stands in another one by chance. */
    private static final int SHORTEST_BASE64 = 8;

    private static final Pattern PERCENT = Pattern.compile("%[0-9A-F]{2}");

    private SecretForms() {}

    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        addEncoded(forms, URLEncoder.encode(secret, StandardCharsets.UTF_8));
        String json = inJson(secret);
        forms.add(json);
        forms.add(json.replace("/", "\\/"));
        forms.add(inJson(json));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int before = 0; before < 3; before++) {
            addBase64(forms, bytes, before);
        }
        return forms;
    }

    private static void addEncoded(Set<String> forms, String encoded) {
        forms.add(encoded);
        forms.add(encoded.replace("+", "%20"));
        String lower = PERCENT.matcher(encoded).replaceAll(hex -> hex.group().toLowerCase(Locale.ROOT));
        forms.add(lower);
        forms.add(lower.replace("+", "%20"));
    }

    private static String inJson(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /**
     * What is the same wherever the secret stands in a longer text that is encoded, after a user name for example: without
     * the characters at both ends that hold bits of its neighbours too.
     */
    private static void addBase64(Set<String> forms, byte[] secret, int before) {
        byte[] padded = new byte[before + secret.length];
        System.arraycopy(secret, 0, padded, before, secret.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(padded);
        int first = before == 0 ? 0 : before + 1;
        int last = encoded.length() - (padded.length % 3 == 0 ? 0 : 1);
        if (last - first >= SHORTEST_BASE64) {
            String sure = encoded.substring(first, last);
            forms.add(sure);
            forms.add(sure.replace('+', '-').replace('/', '_'));
        }
    }
}
