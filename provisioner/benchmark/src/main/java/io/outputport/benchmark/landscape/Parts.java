package io.outputport.benchmark.landscape;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What belongs together. All of it is closed, the last one first, also when some of it does not close. */
final class Parts implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** @throws IOException the first failure, with the others suppressed in it */
    @Override
    public void close() throws IOException {
        List<IOException> failures = new ArrayList<>();
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (IOException failed) {
                failures.add(failed);
            } catch (Exception failed) {
                failures.add(new IOException(failed));
            }
        }
        if (!failures.isEmpty()) {
            IOException first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    /** For a start that broke off: it is told why, whatever the closing brings. */
    void closeAfter(Exception reason) {
        try {
            close();
        } catch (IOException too) {
            reason.addSuppressed(too);
        }
    }
}
