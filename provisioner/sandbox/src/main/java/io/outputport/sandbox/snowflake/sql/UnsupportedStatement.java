package io.outputport.sandbox.snowflake.sql;

/** The sandbox does not understand a statement; the message is one sentence for the caller. */
public final class UnsupportedStatement extends RuntimeException {
    private final String sentence;

    UnsupportedStatement(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
