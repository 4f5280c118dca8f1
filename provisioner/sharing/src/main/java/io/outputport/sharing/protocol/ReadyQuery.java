package io.outputport.sharing.protocol;

import io.outputport.sharing.line.FileIds;
import io.outputport.sharing.line.ResponseFormat;
import io.outputport.sharing.table.Tally;

/**
 * What a query is about, once nothing deterministic can go wrong any more.
 *
 * @param tally what the answer must come to
 */
record ReadyQuery(
        OpenedTables.Opened opened, Tally tally, Capabilities capabilities, ResponseFormat format, FileIds.Hash ids) {}
