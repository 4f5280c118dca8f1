package io.outputport.sharing.share;

import java.util.UUID;

/**
 * A table of a share.
 *
 * @param id stays the same for as long as the share has a table of this schema and name
 * @param historyShared whether earlier versions and changes may be read
 * @param filter which of its rows may be read, by whom
 */
public record SharedTable(
        UUID id, String schema, String name, TableLocation location, boolean historyShared, RowFilter filter) {}
