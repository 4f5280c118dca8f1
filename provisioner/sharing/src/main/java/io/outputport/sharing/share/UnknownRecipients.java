package io.outputport.sharing.share;

import java.util.List;

/** A snapshot of grants names recipients that nobody has made. */
public final class UnknownRecipients extends RuntimeException {
    private final transient List<String> names;

    public UnknownRecipients(List<String> names) {
        super("unknown recipients");
        this.names = List.copyOf(names);
    }

    public List<String> names() {
        return names;
    }
}
