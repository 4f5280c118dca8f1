package io.outputport.engine.graphql.read;

import graphql.Scalars;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import io.outputport.engine.graphql.error.FirstError;
import io.outputport.engine.graphql.read.input.Input;
import io.outputport.engine.graphql.read.input.InputReader;
import io.outputport.engine.graphql.read.input.Inputs;
import java.util.List;
import java.util.stream.Collectors;

/** {@code @skip} and {@code @include} on a field or a fragment. */
final class Directives {
    private static final GraphQLType FLAG = GraphQLNonNull.nonNull(Scalars.GraphQLBoolean);

    private final InputReader inputs;
    private final FirstError errors;

    Directives(InputReader inputs, FirstError errors) {
        this.inputs = inputs;
        this.errors = errors;
    }

    static String unknown(String name) {
        return "directive '%s' is not defined in the schema".formatted(name);
    }

    /**
     * @param path of the selection set that holds the field; Hasura names no closer place
     */
    boolean keep(List<Directive> directives, String path) {
        refuseRepetition(directives, path);
        boolean kept = true;
        for (Directive directive : directives) {
            switch (directive.getName()) {
                case "include" -> kept &= condition(directive, path);
                case "skip" -> kept &= !condition(directive, path);
                case "cached" -> errors.invalid("directive 'cached' is not allowed on a field", path);
                default -> errors.invalid(unknown(directive.getName()), path);
            }
        }
        return kept;
    }

    private void refuseRepetition(List<Directive> directives, String path) {
        List<String> names = directives.stream().map(Directive::getName).toList();
        String repeated = names.stream()
                .distinct()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
        if (!repeated.isEmpty()) {
            errors.invalid("the following directives are used more than once: [%s]".formatted(repeated), path);
        }
    }

    private boolean condition(Directive directive, String setPath) {
        String path = setPath + "." + directive.getName();
        for (Argument argument : directive.getArguments()) {
            if (!argument.getName().equals("if")) {
                errors.invalid(
                        "'%s' has no argument named '%s'".formatted(directive.getName(), argument.getName()), path);
            }
        }
        Argument flag = directive.getArgument("if");
        if (flag == null) {
            errors.invalid("missing required field 'if'", path + ".args.if");
            return false;
        }
        Input read = inputs.read(FLAG, Inputs.ofLiteral(flag.getValue()), path + ".args.if");
        return read instanceof Input.Scalar scalar && Boolean.parseBoolean(scalar.text());
    }
}
