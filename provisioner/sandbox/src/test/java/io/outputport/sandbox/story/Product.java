package io.outputport.sandbox.story;

import io.outputport.sandbox.testing.Sample;
import java.util.Locale;

/** A data product of a story's own, made from a sample by another name, so that stories do not meet in Hasura. */
record Product(Sample sample, String componentId, String prefix, String table) {
    private static final String CONTRACT = """
                      schema:
                        - name: date
                          dataType: DATE
                        - name: location_key
                          dataType: TEXT
                          constraint: PRIMARY_KEY
                        - name: new_persons_vaccinated
                          dataType: NUMBER
                        - name: new_persons_fully_vaccinated
                          dataType: NUMBER
                        - name: new_vaccine_doses_administered
                          dataType: NUMBER
                        - name: cumulative_persons_vaccinated
                          dataType: NUMBER
                        - name: cumulative_persons_fully_vaccinated
                          dataType: NUMBER
                        - name: cumulative_vaccine_doses_administered
                          dataType: NUMBER
            """;

    /** A view without a primary key; one root field for rows and one for totals. */
    static Product vaccinations(String name) {
        String id = name.toLowerCase(Locale.ROOT);
        return new Product(
                Sample.of("vaccinations-postgres.yaml")
                        .with("healthcare:vaccinations:0", "healthcare:" + id + ":0")
                        .with("healthcare_vaccinations_0_", "healthcare_" + id + "_0_")
                        .with("    name: Vaccinations\n", "    name: " + name + "\n"),
                "urn:dmb:cmp:healthcare:" + id + ":0:hasura-output-port",
                "healthcare_" + id + "_0_hasuraoutputport_",
                "vaccinations");
    }

    /**
     * Over a table of a story's own, in the sandbox's database.
     *
     * @param contract of both ports, for example {@code [{name: id, dataType: INT}]}
     */
    static Product over(String name, String schema, String table, String contract) {
        return vaccinations(name)
                .contracting(contract)
                .with(
                        "schema: healthcare\n          viewName: vaccinations_clean_view",
                        "schema: " + schema + "\n          tableName: " + table);
    }

    /** The same view on Snowflake; the descriptor writes its names in lower case. */
    static Product onSnowflake(String name) {
        Product same = vaccinations(name);
        String id = name.toLowerCase(Locale.ROOT);
        return new Product(
                Sample.of("vaccinations-snowflake.yaml")
                        .with("healthcare:vaccinations:0", "healthcare:" + id + ":0")
                        .with("healthcare_vaccinations_0_", "healthcare_" + id + "_0_")
                        .with("    name: Vaccinations\n", "    name: " + name + "\n"),
                same.componentId(),
                same.prefix(),
                same.table());
    }

    /** A second port of the product {@link #onSnowflake} of the same name. */
    static Product archiveOnSnowflake(String name) {
        Product first = onSnowflake(name);
        return new Product(
                first.sample()
                        .with("hasura-output-port", "hasura-archive-port")
                        .with("name: Hasura Output Port", "name: Hasura Archive Port")
                        .with("_hasuraoutputport_", "_hasuraarchiveport_"),
                first.componentId().replace("output-port", "archive-port"),
                first.prefix().replace("outputport", "archiveport"),
                first.table());
    }

    /** A table with a primary key and a column whose name GraphQL forbids. */
    static Product invoices(String name) {
        return ofInvoices("invoices-postgres.yaml", name, "invoices-api", "invoicesapi_", "invoices");
    }

    /** The second port of the product {@link #invoices} of the same name. */
    static Product openInvoices(String name) {
        return ofInvoices("open-invoices-postgres.yaml", name, "open-invoices-api", "openinvoicesapi_", "open");
    }

    private static Product ofInvoices(String file, String name, String port, String portPrefix, String table) {
        String id = name.toLowerCase(Locale.ROOT);
        return new Product(
                Sample.of(file)
                        .with("finance:invoices:1", "finance:" + id + ":1")
                        .with("finance_invoices_1_", "finance_" + id + "_1_")
                        .with("    name: Invoices\n", "    name: " + name + "\n"),
                "urn:dmb:cmp:finance:" + id + ":1:" + port,
                "finance_" + id + "_1_" + portPrefix,
                table);
    }

    /** The same port of {@link #vaccinations} after its data product got another display name. */
    Product renamed(String oldName, String newName) {
        String id = oldName.toLowerCase(Locale.ROOT);
        String newPrefix = prefix.replace(id, newName.toLowerCase(Locale.ROOT));
        return new Product(
                sample.with(prefix, newPrefix).with("    name: " + oldName + "\n", "    name: " + newName + "\n"),
                componentId,
                newPrefix,
                table);
    }

    /** The same product whose contracts list these columns only. */
    Product contracting(String contract) {
        return with(CONTRACT, "          schema: " + contract + "\n");
    }

    Product with(String from, String to) {
        return new Product(sample.with(from, to), componentId, prefix, table);
    }

    String customName() {
        return prefix + table;
    }

    String select() {
        return customName() + "_select";
    }

    /** A query for the number of rows. */
    String count() {
        return "{ %s_agg { aggregate { count } } }".formatted(customName());
    }

    /** A query that every row answers, whatever its columns are called. */
    String anyRow() {
        return "{ %s(limit: 1) { __typename } }".formatted(select());
    }

    /** A query for one row of the view or table. */
    String oneRow(String column) {
        return "{ %s(limit: 1) { %s } }".formatted(select(), column);
    }
}
