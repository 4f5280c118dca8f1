package io.outputport.provisioner.hasura.plan.entry;

import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.hasura.naming.ProductSources;
import io.outputport.provisioner.hasura.plan.column.ColumnChoice;
import io.outputport.provisioner.hasura.plan.wanted.PlainDialect;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Output port "hop" of healthcare/vaccinations 0, over {@code health.shots}, unless a story says otherwise. */
public final class WantedPortBuilder {
    public static final String ROLE = "healthcare_vaccinations_0_hop_role";

    private String product = "healthcare_vaccinations_0";
    private String port = "hop";
    private String prefix = "healthcare_vaccinations_0_hop_";
    private String component = "urn:dmb:cmp:healthcare:vaccinations:0:hop";
    private String schema = "health";
    private String table = "shots";
    private String select = "select";
    private List<String> real = List.of("id", "day", "note");
    private Set<String> columns = Set.of("id", "day");
    private Map<String, String> columnNames = Map.of();
    private Set<String> scalars = Set.of();
    private Set<RootField> offered = Set.of(RootField.SELECT, RootField.SELECT_AGGREGATE);

    public static WantedPortBuilder aPort() {
        return new WantedPortBuilder();
    }

    public WantedPortBuilder named(String name) {
        component = "urn:dmb:cmp:healthcare:vaccinations:0:" + name;
        return calledBy("healthcare_vaccinations_0", name);
    }

    /** What its names are made of, whatever its component is. */
    public WantedPortBuilder calledBy(String productPrefix, String name) {
        product = productPrefix;
        port = name;
        prefix = productPrefix + "_" + name + "_";
        return this;
    }

    public WantedPortBuilder over(String otherSchema, String otherTable) {
        schema = otherSchema;
        table = otherTable;
        return this;
    }

    public WantedPortBuilder selectedBy(String name) {
        select = name;
        return this;
    }

    public WantedPortBuilder withColumns(String... names) {
        columns = Set.of(names);
        return this;
    }

    /** All columns that its table has. */
    public WantedPortBuilder overColumns(String... names) {
        real = List.of(names);
        return this;
    }

    public WantedPortBuilder showing(String column, String name) {
        columnNames = Map.of(column, name);
        return this;
    }

    /** Its columns are of these GraphQL types. */
    public WantedPortBuilder withScalars(String... names) {
        scalars = Set.of(names);
        return this;
    }

    public WantedPortBuilder offering(RootField... fields) {
        offered = Set.of(fields);
        return this;
    }

    public WantedPort build() {
        SourceTable place = new SourceTable("postgres", "db", schema, table);
        String source = product + "_postgres_db_" + schema + "_aaaaaa";
        return new WantedPort(
                identity(),
                new PlainDialect(),
                source,
                product,
                source + "_" + port,
                place,
                new WantedPort.Names(prefix + "table", fields(), Optional.of("A port")),
                new ColumnChoice(real, Optional.of(columns), columnNames),
                new WantedPort.Offer(offered, offered.contains(RootField.SELECT_AGGREGATE), scalars));
    }

    public PortIdentity identity() {
        return new PortIdentity(
                component,
                Optional.of(prefix + "role"),
                List.of(prefix),
                Optional.of(new ProductSources(product, product + "_")));
    }

    public String role() {
        return prefix + "role";
    }

    private Map<RootField, String> fields() {
        return Map.of(
                RootField.SELECT, prefix + select,
                RootField.SELECT_BY_PK, prefix + "by_pk",
                RootField.SELECT_AGGREGATE, prefix + "agg",
                RootField.SELECT_STREAM, prefix + "stream");
    }
}
