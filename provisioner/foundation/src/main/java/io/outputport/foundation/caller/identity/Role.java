package io.outputport.foundation.caller.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a caller may do. */
public enum Role {
    /** Nothing, though it is known who it is. */
    NONE,
    /** Look: status, lists, validation, plans, reverse provisioning. */
    READ,
    /** Change ports and their access as well. */
    WRITE;

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** As files of tokens write it, in lower case. */
    public static Optional<Role> named(String text) {
        return Stream.of(values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }
}
