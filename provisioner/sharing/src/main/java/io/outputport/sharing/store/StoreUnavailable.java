package io.outputport.sharing.store;

import io.outputport.foundation.store.sql.DatabaseFailure;

/** Our own database did not do its part. */
public final class StoreUnavailable extends RuntimeException {
    public StoreUnavailable(Throwable cause) {
        super(cause);
    }

    /** Whether it works, and only refused what somebody else's change at the same time left no place for. */
    public boolean isRace() {
        return DatabaseFailure.state(this)
                .filter(state -> state.startsWith("23"))
                .isPresent();
    }

    /** Without names and addresses, fit for a log. */
    public String inOneLine() {
        return DatabaseFailure.state(this)
                .map(state -> "the share database failed with SQL state " + state)
                .orElse("the share database failed");
    }
}
