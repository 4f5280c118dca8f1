package io.outputport.sharing.recipient;

import java.util.Locale;

/** What a recipient is. */
public enum RecipientKind {
    /** A person of the organisation, {@code user:…}. */
    USER,
    /** People of the organisation, {@code group:…}: counts for those whose identity provider says that they belong to it. */
    GROUP,
    /** A program of the organisation. */
    SERVICE,
    /** Somebody outside of the organisation. */
    EXTERNAL;

    public static final String USER_PREFIX = "user:";
    public static final String GROUP_PREFIX = "group:";

    /** Whether names of this kind, and of no other, begin so. */
    public boolean fits(String name) {
        return switch (this) {
            case USER -> isUser(name);
            case GROUP -> isGroup(name);
            case SERVICE, EXTERNAL -> !isUser(name) && !isGroup(name);
        };
    }

    public static boolean isUser(String name) {
        return begins(name, USER_PREFIX);
    }

    public static boolean isGroup(String name) {
        return begins(name, GROUP_PREFIX);
    }

    private static boolean begins(String name, String prefix) {
        return name.toLowerCase(Locale.ROOT).startsWith(prefix) && name.length() > prefix.length();
    }
}
