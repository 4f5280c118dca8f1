package io.outputport.engine.graphql.read.input;

import graphql.language.AstPrinter;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

/** Whether a variable of the declared type may stand where another type is wanted. */
final class VariableUse {
    private VariableUse() {}

    static boolean isAllowed(GraphQLType wanted, Variables.Bound variable) {
        boolean nullFits =
                !(wanted instanceof GraphQLNonNull) || variable.type() instanceof NonNullType || variable.defaulted();
        return nullFits && fits(wanted, variable.type());
    }

    static String message(String name, GraphQLType wanted, Variables.Bound variable) {
        return "variable '%s' is declared as '%s', but used where '%s' is expected"
                .formatted(name, AstPrinter.printAstCompact(variable.type()), GraphQLTypeUtil.simplePrint(wanted));
    }

    /** Hasura does not look at what inner types say about null. */
    private static boolean fits(GraphQLType wanted, Type<?> declared) {
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(wanted);
        Type<?> given = declared instanceof NonNullType required ? required.getType() : declared;
        if (bare instanceof GraphQLList list) {
            return given instanceof ListType many && fits(list.getWrappedType(), many.getType());
        }
        return given instanceof TypeName name
                && bare instanceof GraphQLNamedType named
                && named.getName().equals(name.getName());
    }
}
