package io.outputport.benchmark.siege.attack;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Connections that begin a request and never end it, held for some seconds.
 *
 * @param begun what each sends at once
 * @param drip sent again and again while they are held; empty for silence
 */
record HeldConnections(String name, String begun, String drip, int many, int seconds) implements Attack {
    private static final int DRIPS_PER_SECOND = 5;

    @Override
    public void on(URI service, Answers answers) throws InterruptedException {
        List<SocketCaller> callers = new ArrayList<>();
        for (int call = 0; call < many; call++) {
            open(service, answers, callers);
        }
        for (int drips = 0; drips < seconds * DRIPS_PER_SECOND; drips++) {
            TimeUnit.MILLISECONDS.sleep(1000 / DRIPS_PER_SECOND);
            if (!drip.isEmpty()) {
                callers.removeIf(caller -> !isTaken(caller, answers));
            }
        }
        callers.forEach(caller -> {
            answers.count("never ended");
            abort(caller);
        });
    }

    private void open(URI service, Answers answers, List<SocketCaller> callers) {
        try {
            SocketCaller caller = new SocketCaller(service);
            caller.send(begun);
            callers.add(caller);
        } catch (IOException cutOff) {
            answers.count("cut off");
        }
    }

    private boolean isTaken(SocketCaller caller, Answers answers) {
        try {
            caller.send(drip);
            return true;
        } catch (IOException cutOff) {
            answers.count("cut off");
            return false;
        }
    }

    private static void abort(SocketCaller caller) {
        try {
            caller.abort();
        } catch (IOException gone) {
            // It was to be gone.
            return;
        }
    }
}
