package io.outputport.provisioner.hasura.preview;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What consumers will see of a port.
 *
 * @param sdl the schema in GraphQL's own language
 * @param exampleQuery valid in that schema
 */
public record SchemaPreview(String sdl, String exampleQuery) {
    private static final SchemaPrinter PRINTER = new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
            .includeDirectiveDefinitions(false)
            .includeScalarTypes(true)
            .includeSchemaDefinition(true));

    /** Empty when no column is left to show. */
    public static Optional<SchemaPreview> of(WantedPort port, TableFacts facts) {
        return ExampleQuery.of(port).map(query -> {
            GraphQLSchema schema = schema(Shown.of(port, facts));
            check(query, schema);
            return new SchemaPreview(PRINTER.print(schema).strip() + "\n", query);
        });
    }

    private static void check(String query, GraphQLSchema schema) {
        ParseAndValidateResult result = ParseAndValidate.parseAndValidate(
                schema, ExecutionInput.newExecutionInput(query).build());
        if (result.isFailure()) {
            throw new IllegalStateException("the example does not fit its schema: " + result.getErrors());
        }
    }

    /** graphql-java refuses a schema that is not sound, which would be a bug of ours. */
    static GraphQLSchema schema(Shown table) {
        Map<String, GraphQLNamedType> types = new LinkedHashMap<>();
        RowTypes.of(table).forEach(type -> types.put(type.getName(), type));
        if (table.offers(RootField.SELECT_AGGREGATE)) {
            AggregateTypes.of(table).forEach(type -> types.put(type.getName(), type));
        }
        Set<String> scalars = new TreeSet<>();
        table.cells().forEach(cell -> {
            scalars.add(cell.scalar());
            types.put(cell.comparison().getName(), cell.comparison());
        });
        scalars.addAll(Set.of("Int", "Float", "String", "Boolean"));
        scalars.forEach(scalar -> types.put(scalar, ScalarTypes.named(scalar)));
        GraphQLSchema.Builder schema =
                GraphQLSchema.newSchema().query(RootTypes.queries(table)).additionalTypes(Set.copyOf(types.values()));
        RootTypes.subscriptions(table).ifPresent(schema::subscription);
        return schema.build();
    }
}
