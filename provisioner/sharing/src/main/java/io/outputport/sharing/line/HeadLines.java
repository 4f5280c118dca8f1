package io.outputport.sharing.line;

import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.Tally;
import io.outputport.sharing.text.Utf8Builder;
import java.util.Optional;

/** The two lines with which every answer about a table begins. */
public final class HeadLines {
    private HeadLines() {}

    /** @param tally of what the reader may see; an answer that begins before all of it was found does without */
    public static byte[] of(ResponseFormat format, Snapshot table, Optional<Tally> tally) {
        boolean delta = format == ResponseFormat.DELTA;
        Utf8Builder lines = new Utf8Builder(4_096);
        lines.text(delta ? DeltaLines.protocol(table) : ParquetLines.protocol());
        lines.text(delta ? DeltaLines.metadata(table, tally) : ParquetLines.metadata(table, tally));
        return lines.take();
    }
}
