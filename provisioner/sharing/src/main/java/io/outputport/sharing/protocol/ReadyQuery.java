package io.outputport.sharing.protocol;

import io.outputport.sharing.line.FileIds;
import io.outputport.sharing.line.ResponseFormat;
import io.outputport.sharing.protocol.ask.Capabilities;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.SnapshotFiles;
import java.util.Optional;

/**
 * What a query is about, once nothing deterministic can go wrong any more.
 *
 * @param all the files that are granted; to be closed
 * @param told those of them that are told; to be closed before
 */
record ReadyQuery(OpenedTables.Opened opened, SnapshotFiles all, LiveFiles told, Telling telling, ReadyTokens tokens) {

    /** How it is told. */
    record Telling(Capabilities capabilities, ResponseFormat format, FileIds.Hash ids) {}

    /**
     * With what the client can go on.
     *
     * @param nextPage empty on the last page
     * @param paged whether pages are wanted
     */
    record ReadyTokens(Optional<String> refresh, Optional<String> nextPage, boolean paged) {}

    /** Whether the last line is one about the answer, for which there is no other place. */
    boolean ends() {
        return telling.capabilities().endsWithAction()
                || tokens.paged()
                || tokens.refresh().isPresent();
    }
}
