package io.outputport.engine.source;

/** Why a source cannot be used. Carries no secret: reason and detail are shown to every admin. */
public final class SourceFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String detail;

    /**
     * @param reason what Hasura says, for example {@code connection error}
     * @param detail what the driver says; empty for nothing more
     */
    public SourceFailure(String reason, String detail) {
        super(reason, null, false, false);
        this.detail = detail;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public String detail() {
        return detail;
    }
}
