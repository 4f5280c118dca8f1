package io.outputport.sharing.storage;

import java.io.IOException;

/** A root that nothing can be read of until the operator sets it otherwise: it does not pass by itself. */
public final class UnusableRoot extends IOException {
    private final String what;

    /** @param what recipients may know, behind "The table cannot be read:" */
    public UnusableRoot(String what) {
        super(what);
        this.what = what;
    }

    public String what() {
        return what;
    }
}
