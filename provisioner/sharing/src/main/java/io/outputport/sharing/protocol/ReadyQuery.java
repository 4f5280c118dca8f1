package io.outputport.sharing.protocol;

import io.outputport.sharing.line.FileIds;
import io.outputport.sharing.line.ResponseFormat;
import io.outputport.sharing.protocol.ask.Capabilities;
import io.outputport.sharing.table.SnapshotFiles;

/** What a query is about, once nothing deterministic can go wrong any more. The files are to be closed. */
record ReadyQuery(
        OpenedTables.Opened opened,
        SnapshotFiles files,
        Capabilities capabilities,
        ResponseFormat format,
        FileIds.Hash ids) {}
