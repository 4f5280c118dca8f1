package io.outputport.engine.graphql.read.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value in a request, from its text or from its variables. */
public sealed interface Input {
    /** How Hasura names it when something else is wanted. */
    String describe();

    /** Numbers keep their text, so nothing is rounded. */
    record Scalar(InputKind kind, String text) implements Input {
        @Override
        public String describe() {
            return kind.description;
        }
    }

    record ListOf(List<Input> elements) implements Input {
        public ListOf {
            elements = List.copyOf(elements);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    record Fields(Map<String, Input> entries) implements Input {
        public Fields {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String describe() {
            return "an object";
        }
    }

    record Null() implements Input {
        @Override
        public String describe() {
            return "null";
        }
    }

    /** A reference; none is left once the request is read. */
    record Variable(String name) implements Input {
        @Override
        public String describe() {
            return "a variable";
        }
    }

    enum InputKind {
        INTEGER("an integer"),
        FLOAT("a float"),
        /** In JSON integers and floats are one. */
        NUMBER("a number"),
        STRING("a string"),
        /** Also the form in which an enum value comes in JSON. */
        JSON_STRING("a string"),
        BOOLEAN("a boolean"),
        ENUM("an enum value");

        private final String description;

        InputKind(String description) {
            this.description = description;
        }
    }
}
