package io.outputport.sharing.admin;

import io.outputport.sharing.edge.ErrorCode;

/** Ends a call of the admin API: something about it has to be mended by whoever sent it. */
final class AdminRefusal extends RuntimeException {
    private final ErrorCode code;
    private final String sentence;

    /** @param sentence what is wrong, where, and what to write instead */
    AdminRefusal(ErrorCode code, String sentence) {
        super(sentence);
        this.code = code;
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    ErrorCode code() {
        return code;
    }
}
