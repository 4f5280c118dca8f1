package io.outputport.sandbox.hasura.graphql.read;

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
        boolean defaultFills = wanted instanceof GraphQLNonNull && variable.defaulted();
        return fits(defaultFills ? GraphQLTypeUtil.unwrapNonNull(wanted) : wanted, variable.type());
    }

    static String message(String name, GraphQLType wanted, Variables.Bound variable) {
        return "variable '%s' is declared as '%s', but used where '%s' is expected"
                .formatted(name, AstPrinter.printAstCompact(variable.type()), GraphQLTypeUtil.simplePrint(wanted));
    }

    private static boolean fits(GraphQLType wanted, Type<?> declared) {
        if (wanted instanceof GraphQLNonNull required) {
            return declared instanceof NonNullType given && fits(required.getWrappedType(), given.getType());
        }
        if (declared instanceof NonNullType given) {
            return fits(wanted, given.getType());
        }
        if (wanted instanceof GraphQLList list) {
            return declared instanceof ListType given && fits(list.getWrappedType(), given.getType());
        }
        return declared instanceof TypeName given
                && wanted instanceof GraphQLNamedType named
                && named.getName().equals(given.getName());
    }
}
