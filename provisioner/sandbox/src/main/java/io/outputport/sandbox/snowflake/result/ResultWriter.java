package io.outputport.sandbox.snowflake.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/** Writes a result into an answer: its first rows at once, the others as chunks to fetch. */
public final class ResultWriter {
    /** Small enough that a table with many columns has chunks. */
    private static final int ROWS_AT_ONCE = 500;

    private static final int ROWS_OF_A_CHUNK = 1_000;

    private final Chunks chunks;
    private final String address;

    /** @param address where chunks can be fetched, without a path */
    public ResultWriter(Chunks chunks, String address) {
        this.chunks = chunks;
        this.address = address;
    }

    public void write(ResultTable table, ResultFormat format, ObjectNode data) {
        ArrayNode rowType = data.putArray("rowtype");
        table.columns().forEach(column -> column.describe(rowType.addObject()));
        ResultTable first = table.part(0, ROWS_AT_ONCE);
        if (format == ResultFormat.ARROW) {
            data.put("rowsetBase64", Base64.getEncoder().encodeToString(ArrowRows.write(first)));
        } else {
            data.set("rowset", JsonRows.write(first));
        }
        int total = table.rows().size();
        data.put("queryResultFormat", format.wireName()).put("total", total).put("returned", total);
        if (total > ROWS_AT_ONCE) {
            writeChunks(table, format, data);
        }
    }

    private void writeChunks(ResultTable table, ResultFormat format, ObjectNode data) {
        String key = chunks.newKey();
        data.putObject("chunkHeaders").put(Chunks.KEY_HEADER, key);
        ArrayNode list = data.putArray("chunks");
        for (int from = ROWS_AT_ONCE; from < table.rows().size(); from += ROWS_OF_A_CHUNK) {
            ResultTable part = table.part(from, from + ROWS_OF_A_CHUNK);
            byte[] bytes = format == ResultFormat.ARROW ? ArrowRows.write(part) : JsonRows.chunk(part);
            list.addObject()
                    .put("url", address + chunks.add(key, format, bytes))
                    .put("rowCount", part.rows().size())
                    .put("uncompressedSize", bytes.length)
                    .put("compressedSize", bytes.length);
        }
    }
}
