package io.outputport.foundation.caller.identity;

/**
 * Somebody who may call.
 *
 * @param name fit for a log: what kind of credential, and whose
 */
public record Caller(String name, Role role) {
    private static final int LONGEST = 200;

    public Caller {
        String line = name.replaceAll("\\p{Cntrl}", "?");
        name = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
