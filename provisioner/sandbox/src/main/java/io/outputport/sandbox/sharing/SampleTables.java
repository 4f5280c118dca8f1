package io.outputport.sandbox.sharing;

import io.outputport.sharing.table.delta.write.FolderTable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies rows of the sample database into Delta tables, one folder each. */
public final class SampleTables {
    /** One commit each, so that a table has a history. */
    private static final int ROWS_OF_A_COMMIT = 1_000;

    private static final String ORDERS = """
            SELECT invoice_id AS order_id, customer_id::text AS customer_id, issued_at AS ordered_at, paid,
                   "total-amount"::float8 AS amount, currency
            FROM finance.invoices ORDER BY invoice_id
            """;

    private final Connection database;
    private final Path folder;

    public SampleTables(Connection database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Makes all of them. */
    public void write() throws IOException, SQLException {
        write(
                "healthcare/vaccinations_clean",
                "SELECT * FROM healthcare.vaccinations_clean ORDER BY date, location_key",
                List.of("location_key"));
        write(
                "healthcare/vaccinations_by_month",
                "SELECT * FROM healthcare.vaccinations_by_month ORDER BY month, location_key",
                List.of());
        write("finance/orders", ORDERS, List.of("currency"));
    }

    private void write(String place, String query, List<String> partitions) throws IOException, SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            SampleColumns columns = SampleColumns.of(rows.getMetaData());
            FolderTable delta = new FolderTable(folder.resolve(place), columns.kinds(), partitions);
            delta.create(Map.of());
            List<List<@Nullable Object>> commit = new ArrayList<>();
            while (rows.next()) {
                commit.add(columns.values(rows));
                if (commit.size() == ROWS_OF_A_COMMIT) {
                    delta.append(commit);
                    commit.clear();
                }
            }
            if (!commit.isEmpty()) {
                delta.append(commit);
            }
        }
    }
}
