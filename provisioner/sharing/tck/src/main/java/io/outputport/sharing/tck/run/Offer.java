package io.outputport.sharing.tck.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a server may leave out; its cases are then told as skipped. */
public enum Offer {
    /** Lines of Delta, and with them vectors and mapping. */
    DELTA,
    /** Older versions of the tables whose names end with {@code _history}. */
    HISTORY,
    /** {@code maxFiles} and {@code pageToken} of a query. */
    PAGES,
    /** {@code includeRefreshToken} and {@code refreshToken}. */
    REFRESH,
    /** The header {@code fileidhash}. */
    FILEIDHASH,
    /** {@code size} and {@code numFiles} of metadata. */
    SIZES,
    /** {@code HEAD} of a table, which the protocol has left behind. */
    HEAD,
    /** A second recipient, who was granted nothing: {@code --stranger}. */
    STRANGER,
    /** One whose token was revoked: {@code --revoked}. */
    REVOKED,
    /** One whose token is past its time: {@code --expired}. */
    EXPIRED;

    /** As an option names it. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Offer> of(String option) {
        return Arrays.stream(values())
                .filter(offer -> offer.option().equals(option.strip()))
                .findFirst();
    }
}
