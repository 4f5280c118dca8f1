package io.outputport.sharing.table.delta;

import com.fasterxml.jackson.core.JacksonException;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.exceptions.UnsupportedProtocolVersionException;
import io.delta.kernel.exceptions.UnsupportedTableFeatureException;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.storage.FolderTooLarge;
import io.outputport.sharing.storage.UnusableRoot;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.delta.engine.ChannelInput;
import io.outputport.sharing.table.delta.engine.ReadBudget;
import io.outputport.sharing.table.delta.engine.StorageAway;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kernel tells by exceptions of many kinds, some of its own and some of the libraries below it. Only that the storage is
 * away passes by itself; all else stays wrong until somebody writes the table anew.
 */
final class DeltaFailure {
    private static final Logger LOG = LoggerFactory.getLogger(DeltaFailure.class);

    private DeltaFailure() {}

    static <T> Outcome<T> outcome(RuntimeException failed) {
        return of(failed).outcome();
    }

    static TableFailure of(RuntimeException failed) {
        if (failed instanceof TableFailure known) {
            return known;
        }
        LOG.debug("A table cannot be read", failed);
        if (cause(failed, ChannelInput.CutOff.class).isPresent()) {
            return new TableFailure(TableProblems.changed(), true, failed);
        }
        boolean passing = cause(failed, StorageAway.class).isPresent();
        return new TableFailure(passing ? TableProblems.away() : problem(failed), passing, failed);
    }

    private static Problem problem(RuntimeException failed) {
        if (failed instanceof UnsupportedTableFeatureException unsupported) {
            return TableProblems.unsupported(
                    "uses " + String.join(", ", new TreeSet<>(unsupported.getUnsupportedFeatures())));
        }
        if (failed instanceof UnsupportedProtocolVersionException newer) {
            return TableProblems.unsupported("needs readers of version " + newer.getVersion());
        }
        if (cause(failed, TableNotFoundException.class).isPresent()) {
            return TableProblems.gone();
        }
        Optional<ReadBudget.TooMuch> tooMuch = cause(failed, ReadBudget.TooMuch.class);
        if (tooMuch.isPresent()) {
            return TableProblems.unreadable("its log " + tooMuch.get().what());
        }
        Optional<UnusableRoot> unusable = cause(failed, UnusableRoot.class);
        if (unusable.isPresent()) {
            return TableProblems.unreadable(unusable.get().what());
        }
        if (cause(failed, FolderTooLarge.class).isPresent()) {
            return TableProblems.unreadable("its log has more files than this server looks at");
        }
        if (cause(failed, AccessDeniedException.class).isPresent()) {
            return TableProblems.unreadable("this server may not read its files");
        }
        return TableProblems.unreadable(
                cause(failed, JacksonException.class).isPresent()
                        ? "its log holds what is not JSON"
                        : "its log is broken");
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failed, Class<T> type) {
        for (Throwable at = failed; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }
}
