package io.outputport.sharing.protocol;

import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.audit.AuditEvent;
import io.outputport.sharing.line.EndLine;
import io.outputport.sharing.line.FileIds;
import io.outputport.sharing.line.FileLines;
import io.outputport.sharing.line.HeadLines;
import io.outputport.sharing.line.LineBuffer;
import io.outputport.sharing.storage.Lease;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.Tally;
import java.util.Optional;

/**
 * The lines of an answer to a query, made as the client takes them: however many files a table has, few are in memory. The
 * call is kept before the last piece leaves.
 */
final class Lines implements AutoCloseable {
    private static final int PIECE = 60_000;

    private final Calls.Call call;
    private final ReadyQuery query;
    private final Lease lease;
    private final FileLines lines;
    private final LiveFiles files;
    private final LineBuffer piece = new LineBuffer(PIECE + 4_096);
    private boolean whole;
    private long count;
    private long bytes;

    Lines(Calls.Call call, ReadyQuery query, Lease lease) {
        this.call = call;
        this.query = query;
        this.lease = lease;
        Snapshot snapshot = query.opened().snapshot();
        this.lines = new FileLines(
                query.format(), snapshot.storage().signer(lease), new FileIds(query.ids()), lease.expires());
        this.files = query.files().files();
        piece.writeBytes(HeadLines.of(query.format(), snapshot, query.files().tally()));
    }

    boolean isWhole() {
        return whole;
    }

    /**
     * Makes the next piece.
     *
     * @throws TableFailure when the client is not told of the end, and so must not take what it got for everything
     */
    byte[] next() {
        try {
            while (piece.size() < PIECE && files.hasNext()) {
                add(files.next());
            }
            if (piece.size() < PIECE) {
                refuseOtherTally();
                end(Optional.empty());
            }
        } catch (TableFailure broken) {
            end(Optional.of(broken.problem()));
            if (!query.capabilities().endsWithAction()) {
                throw broken;
            }
        }
        byte[] made = piece.toByteArray();
        piece.reset();
        return made;
    }

    /** A log that somebody cut off meanwhile reads like a shorter one. */
    private void refuseOtherTally() {
        if (!query.files().tally().equals(new Tally(count, bytes))) {
            Problem changed = TableProblems.unreadable("its log was changed while it was read");
            throw new TableFailure(changed, true, new IllegalStateException(changed.message()));
        }
    }

    private void add(DataFile file) {
        lines.add(piece, file);
        count++;
        bytes += file.size();
    }

    private void end(Optional<Problem> failure) {
        whole = true;
        if (query.capabilities().endsWithAction()) {
            piece.writeBytes(failure.map(problem -> EndLine.failed(problem.sentence()))
                    .orElseGet(() -> count == 0 ? EndLine.done() : EndLine.done(lease.expires())));
        }
        call.granted(
                new AuditEvent.Granted(
                        query.format().header(), query.opened().snapshot().version(), count, Optional.empty(), bytes),
                failure.map(problem -> problem.code().id()));
    }

    @Override
    public void close() {
        files.close();
        query.files().close();
    }
}
