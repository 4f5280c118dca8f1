package io.outputport.provisioner.descriptor.source;

/** A name in which a star stands for any characters, also none. Letter case counts. */
public record NamePattern(String text) {
    /** Without regular expressions, whose time can grow with the name that somebody sends. */
    public boolean matches(String name) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resumed = 0;
        while (at < name.length()) {
            if (in < text.length() && text.charAt(in) == '*') {
                star = in++;
                resumed = at;
            } else if (in < text.length() && text.charAt(in) == name.charAt(at)) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++resumed;
            } else {
                return false;
            }
        }
        return text.substring(in).chars().allMatch(rest -> rest == '*');
    }
}
