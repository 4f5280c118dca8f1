package io.outputport.provisioner.hasura.descriptor;

import io.outputport.provisioner.descriptor.naming.NameText;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Finds the exact name to write instead of a wrong or missing one: one that breaks no rule, and none twice. */
final class NameSuggestion {
    private final String prefix;
    private final String portPart;
    private final Set<String> taken;

    /** @param taken the names that are right as they are */
    NameSuggestion(String prefix, String port, Set<String> taken) {
        this.prefix = prefix;
        this.portPart = "_" + NameText.letters(port) + "_";
        this.taken = new HashSet<>(taken);
    }

    String insteadOfNothing(NamedField field) {
        return unclashing(prefix + field.ending(), field);
    }

    /** Keeps the ending that the author chose, where one can be made out. */
    String insteadOf(String written, NamedField field) {
        String ending = ending(NameText.withoutForbidden(written));
        String candidate = prefix + ending;
        boolean fits = !ending.isEmpty() && candidate.length() <= NameText.LONGEST;
        return unclashing(fits ? candidate : prefix + field.ending(), field);
    }

    private String ending(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        String prefixItself = prefix.substring(0, prefix.length() - 1);
        if (lower.startsWith(prefixItself)) {
            return written.substring(prefixItself.length()).replaceFirst("^_+", "");
        }
        int port = lower.indexOf(portPart);
        if (port >= 0) {
            return written.substring(port + portPart.length());
        }
        String firstPart = prefix.substring(0, prefix.indexOf('_', 1) + 1);
        return lower.startsWith(firstPart) ? "" : written;
    }

    private String unclashing(String candidate, NamedField field) {
        String name = taken.contains(candidate) ? prefix + field.ending() : candidate;
        for (int next = 2; taken.contains(name); next++) {
            name = prefix + field.ending() + "_" + next;
        }
        taken.add(name);
        return name;
    }
}
