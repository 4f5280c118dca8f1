package io.outputport.foundation.caller;

import io.outputport.foundation.caller.identity.Role;
import io.outputport.foundation.settings.SettingsException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the tokens file, {@code name:role:SHA-256 in hex}: the file does not tell the token.
 *
 * @param hash of the token; only ever compared
 */
record TokenLine(String name, Role role, byte[] hash) {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9._-]{1,64})\\s*:\\s*(read|write)\\s*:\\s*([0-9a-fA-F]{64})");

    /** Empty lines and those that begin with {@code #} are left out. No line is repeated in an exception. */
    static List<TokenLine> all(String file) {
        List<TokenLine> found = new ArrayList<>();
        List<String> lines = file.lines().map(String::strip).toList();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (!line.isEmpty() && !line.startsWith("#")) {
                found.add(of(line, number));
            }
        }
        return List.copyOf(found);
    }

    private static TokenLine of(String line, int number) {
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            throw new SettingsException("Line " + number + " of the file that API_TOKENS_FILE names must be"
                    + " name:read:HASH or name:write:HASH, with the token's SHA-256 as 64 hexadecimal digits.");
        }
        Role role = Role.named(form.group(2)).orElseThrow();
        return new TokenLine(form.group(1), role, HexFormat.of().parseHex(form.group(3)));
    }
}
