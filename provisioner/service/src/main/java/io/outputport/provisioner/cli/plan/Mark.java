package io.outputport.provisioner.cli.plan;

import io.outputport.provisioner.cli.terminal.Paint;

/** What a step or an attribute comes to, as one character in front of it. */
enum Mark {
    CREATE("+"),
    CHANGE("~"),
    REMOVE("-"),
    KEEP(" ");

    private final String sign;

    Mark(String sign) {
        this.sign = sign;
    }

    /** @param action as the service names it; what a newer one may add is a change, so that nobody overlooks it */
    static Mark of(String action) {
        return switch (action) {
            case "create" -> CREATE;
            case "remove" -> REMOVE;
            case "keep" -> KEEP;
            default -> CHANGE;
        };
    }

    String sign(Paint paint) {
        return paint(paint, sign);
    }

    String paint(Paint paint, String text) {
        return switch (this) {
            case CREATE -> paint.good(text);
            case CHANGE -> paint.notice(text);
            case REMOVE -> paint.error(text);
            case KEEP -> paint.faint(text);
        };
    }
}
