package io.outputport.provisioner.telemetry;

import io.outputport.provisioner.outcome.Redaction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The redaction of the log, which is one for the whole process, however many services run in it. */
public final class LogRedaction {
    private static final List<Redaction> KNOWN = new CopyOnWriteArrayList<>(List.of(new Redaction()));

    private LogRedaction() {}

    public static void add(Redaction redaction) {
        KNOWN.add(redaction);
    }

    public static void remove(Redaction redaction) {
        KNOWN.remove(redaction);
    }

    static String clean(String text) {
        String clean = text;
        for (Redaction redaction : KNOWN) {
            clean = redaction.clean(clean);
        }
        return clean;
    }
}
