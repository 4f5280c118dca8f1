package io.outputport.provisioner.source.snowflake;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.NamedTable;
import io.outputport.provisioner.descriptor.source.Neighbours;
import io.outputport.provisioner.descriptor.source.SourceTechnology;
import io.outputport.provisioner.descriptor.source.SpecificNames;
import io.outputport.provisioner.descriptor.source.SwitchedOff;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.source.jdbc.SourceWatch;
import java.util.Optional;
import java.util.Set;

/** Snowflake with settings: it locates views as the platform's Snowflake provisioner names them, and asks for facts. */
public final class SnowflakeTechnology implements SourceTechnology, AutoCloseable {
    public static final String NAME = "snowflake";

    private final SnowflakeFacts facts;

    SnowflakeTechnology(SnowflakeSettings settings, SourceWatch watch) {
        this.facts = new SnowflakeFacts(settings, watch);
    }

    /** Without settings it is only known by name. */
    static SourceTechnology switchedOff() {
        return new SwitchedOff(
                NAME,
                Set.of(NAME),
                Problem.of(
                        SnowflakeProblems.OFF,
                        "This provisioner has no Snowflake settings, so it cannot serve an output port from Snowflake.",
                        "Have SNOWFLAKE_HOST, SNOWFLAKE_USER, SNOWFLAKE_ROLE, SNOWFLAKE_WAREHOUSE and a password, token or"
                                + " private key set."));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isMeantBy(String technology) {
        return NAME.equalsIgnoreCase(technology);
    }

    @Override
    public Outcome<SourceTable> locate(DataProduct product, SourceOutputPort port) {
        return table(product, port);
    }

    /** Without a custom view, the database is the domain and the schema {@code PRODUCT_MAJOR}, both in upper case. */
    static Outcome<SourceTable> table(DataProduct product, SourceOutputPort port) {
        SpecificNames names = new SpecificNames(port, SnowflakeNames.RULE);
        Optional<String> view = names.required("viewName");
        Optional<CustomView> custom = custom(names, view);
        Optional<String> database = name(
                names,
                "database",
                custom.flatMap(CustomView::database),
                product.domain().value());
        Optional<String> schema = name(
                names,
                "schema",
                custom.flatMap(CustomView::schema),
                product.name().value().replace(" ", "") + "_" + product.majorVersion());
        schema.flatMap(SnowflakeNames.SYSTEM_SCHEMAS::complaint)
                .ifPresent(problem -> names.report(custom.isPresent() ? "customView" : "schema", problem));
        return names.orProblems(
                () -> new SourceTable(NAME, database.orElseThrow(), schema.orElseThrow(), view.orElseThrow()));
    }

    private static Optional<String> name(SpecificNames names, String field, Optional<String> custom, String otherwise) {
        if (custom.isPresent()) {
            return names.checked("customView", custom.get());
        }
        return names.located(field).isPresent()
                ? names.optional(field)
                : names.checked(field, SnowflakeNames.upper(otherwise));
    }

    /** The platform's Snowflake provisioner takes these fields where it cannot read the statement. */
    private static boolean saysWhere(SpecificNames names) {
        return names.located("database").isPresent() && names.located("schema").isPresent();
    }

    private static Optional<CustomView> custom(SpecificNames names, Optional<String> view) {
        Optional<Located<String>> statement = names.located("customView");
        if (statement.isEmpty()) {
            return Optional.empty();
        }
        Optional<CustomView> custom = CustomView.parse(statement.get().value());
        boolean other = CustomView.isStatement(statement.get().value()) && saysWhere(names);
        if (custom.isEmpty() && !other) {
            names.report(
                    "customView",
                    Problem.of(
                            SnowflakeProblems.CUSTOM_VIEW,
                            "The custom view does not begin with CREATE VIEW and a name.",
                            "Write CREATE VIEW <database>.<schema>.<viewName> AS …"
                                    + (saysWhere(names) ? "." : ", or add database and schema.")));
        } else if (custom.isPresent()
                && view.isPresent()
                && !view.get().equalsIgnoreCase(custom.get().view())) {
            names.report(
                    "customView",
                    Problem.of(
                            SnowflakeProblems.CUSTOM_VIEW,
                            "The custom view creates another view than viewName names.",
                            "Give both the same name."));
        }
        return custom;
    }

    @Override
    public Outcome<Optional<TableFacts>> facts(SourceTable table) {
        return facts.of(table);
    }

    @Override
    public Outcome<SourceTable> named(Optional<String> database, String schema, String name) {
        return new NamedTable(database, schema, name).checked(NAME, SnowflakeNames.RULE, SnowflakeNames.SYSTEM_SCHEMAS);
    }

    @Override
    public Outcome<Neighbours> neighbours(SourceTable table) {
        return facts.neighbours(table);
    }

    @Override
    public void close() {
        facts.close();
    }
}
