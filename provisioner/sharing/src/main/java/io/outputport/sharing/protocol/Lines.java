package io.outputport.sharing.protocol;

import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.audit.AuditEvent;
import io.outputport.sharing.line.EndLine;
import io.outputport.sharing.line.FileIds;
import io.outputport.sharing.line.FileLines;
import io.outputport.sharing.line.HeadLines;
import io.outputport.sharing.protocol.piece.ClosedWhenIdle;
import io.outputport.sharing.protocol.piece.PieceArrays;
import io.outputport.sharing.storage.Lease;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.text.Utf8Builder;
import io.outputport.sharing.text.Utf8Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of an answer to a query, made as the client takes them: however many files a table has, few are in memory. The
 * call is kept before the last piece leaves.
 */
final class Lines implements AutoCloseable {
    private static final int PIECE = 44_000;
    private static final byte[] NONE = new byte[0];
    /** Files that are signed together. */
    private static final int AT_ONCE = 32;

    private final Calls.Call call;
    private final ReadyQuery query;
    private final Lease lease;
    private final FileLines lines;
    private final LiveFiles files;
    private final PieceArrays arrays;
    private final Utf8Builder piece;
    private final ClosedWhenIdle held;
    private boolean begun;
    private boolean whole;
    private long count;
    private long bytes;
    private long rows;
    private boolean rowsAreKnown = true;

    Lines(Calls.Call call, ReadyQuery query, Lease lease, PieceArrays arrays) {
        this.arrays = arrays;
        this.piece = new Utf8Builder(arrays.take());
        this.call = call;
        this.query = query;
        this.lease = lease;
        Snapshot snapshot = query.opened().snapshot();
        this.lines = new FileLines(
                query.telling().format(),
                snapshot.storage().signer(lease),
                new FileIds(query.telling().ids()),
                lease.expires());
        this.files = query.told();
        this.held = new ClosedWhenIdle(() -> {
            files.close();
            query.all().close();
        });
        piece.text(HeadLines.of(query.telling().format(), snapshot, query.all().tally()));
    }

    /** Whether the piece that was made last is the last one. */
    boolean isWhole() {
        return whole;
    }

    /**
     * Makes the first piece.
     *
     * @throws TableFailure when nothing can be told
     */
    void begin() {
        held.work(this::fill);
    }

    /**
     * The next piece, in an array of {@link PieceArrays}.
     *
     * @throws TableFailure when the client is not told of the end, and so must not take what it got for everything
     */
    Utf8Slice next() {
        boolean open = held.work(() -> {
            if (piece.size() == 0) {
                fill();
            }
        });
        // Nobody is there any more to take it.
        whole |= !open;
        return piece.handOver(whole ? NONE : arrays.take());
    }

    private void fill() {
        try {
            while (piece.size() < PIECE && files.hasNext()) {
                add(some());
            }
            if (piece.size() < PIECE) {
                end(Optional.empty());
            }
            begun = true;
        } catch (TableFailure broken) {
            if (!begun) {
                throw broken;
            }
            end(Optional.of(broken.problem()));
            if (!query.ends()) {
                throw broken;
            }
        }
    }

    private List<DataFile> some() {
        List<DataFile> some = new ArrayList<>(AT_ONCE);
        while (some.size() < AT_ONCE && files.hasNext()) {
            some.add(files.next());
        }
        return some;
    }

    private void add(List<DataFile> some) {
        lines.add(piece, some);
        for (DataFile file : some) {
            count++;
            bytes += file.size();
            Optional<Long> live = file.liveRows();
            rowsAreKnown &= live.isPresent();
            rows += live.orElse(0L);
        }
    }

    private void end(Optional<Problem> failure) {
        whole = true;
        if (query.ends()) {
            piece.text(
                    failure.map(problem -> EndLine.failed(problem.sentence())).orElseGet(this::lastLine));
        }
        call.granted(
                new AuditEvent.Answered(
                        query.telling().format().header(),
                        query.opened().snapshot().version(),
                        count,
                        rowsAreKnown ? Optional.of(rows) : Optional.empty(),
                        bytes),
                failure.map(problem -> problem.code().id()));
    }

    private byte[] lastLine() {
        return new EndLine(
                        query.tokens().refresh(),
                        query.tokens().nextPage(),
                        count == 0 ? Optional.empty() : Optional.of(lease.expires()))
                .json();
    }

    /** Also while a piece is made, which may take long: what is held is given back behind it then. */
    @Override
    public void close() {
        held.close();
    }
}
