package io.outputport.engine.graphql;

import static io.outputport.engine.graphql.PermissionBuilder.anyRow;
import static io.outputport.engine.graphql.PermissionBuilder.rowsWhere;
import static io.outputport.engine.graphql.TableBuilder.aTable;

import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Roots;
import io.outputport.engine.schema.TrackedTable.TrackedColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of {@code library.sql} as they are tracked, with the permissions of three roles. */
final class Library {
    static final SchemaCache CACHE = new SchemaCache(
            1,
            List.of(author(), book(), cheap(), line(), everyType()),
            Map.of("clerk", Set.of("reader", "accountant"), "orphan", Set.of("nobody")));

    private Library() {}

    static TrackedTable author() {
        return aTable("public", "author")
                .comment("Those who write")
                .column("id", "int4", "Int")
                .column("name", "text", "String")
                .nullable("city", "text", "String")
                .nullable("born", "date", "date")
                .array("books", "shop", "book", Map.of("id", "author_id"))
                .array("secrets", "public", "secret", Map.of("id", "id"))
                .permit("reader", anyRow().columns("id", "name", "city"))
                .permit(
                        "citizen",
                        rowsWhere("{'city': {'_eq': 'X-Hasura-City'}}").aggregations())
                .permit("resident", rowsWhere("{'city': {'_in': 'x-hasura-cities'}}"))
                .permit("nameless", anyRow().columns("city").limit(2).aggregations())
                .permit("counter", anyRow().columns().aggregations())
                .build();
    }

    static TrackedTable book() {
        return aTable("shop", "book")
                .called("book")
                .roots(new Roots("books", "book", "books_aggregate", "books_stream"))
                .column("id", "int8", "bigint")
                .column(new TrackedColumn("author_id", "authorId", "int4", "Int", false, Optional.of("who wrote it")))
                .column("title", "text", "String")
                .nullable("price", "numeric", "numeric")
                .column("pages", "int4", "Int")
                .column("in_print", "bool", "Boolean")
                .object("author", "public", "author", Map.of("author_id", "id"))
                .permit("reader", rowsWhere("{'in_print': true}").columns("id", "author_id", "title", "in_print"))
                .permit("accountant", rowsWhere("{'price': {'_gte': 15}}").columns("id", "title", "price"))
                .permit(
                        "windowless",
                        anyRow().queryRoots("select_by_pk").subscriptionRoots().aggregations())
                .build();
    }

    static TrackedTable cheap() {
        return aTable("shop", "cheap")
                .key()
                .nullable("id", "int8", "bigint")
                .nullable("title", "text", "String")
                .build();
    }

    static TrackedTable line() {
        return aTable("public", "line")
                .key("order_no", "position")
                .column("order_no", "int4", "Int")
                .column("position", "int4", "Int")
                .nullable("item", "text", "String")
                .permit("clerk", anyRow())
                .build();
    }

    static TrackedTable everyType() {
        return aTable("public", "every_type")
                .column("id", "int4", "Int")
                .nullable("big", "int8", "bigint")
                .nullable("small", "int2", "smallint")
                .nullable("exact", "numeric", "numeric")
                .nullable("real4", "float4", "float4")
                .nullable("real8", "float8", "float8")
                .nullable("flag", "bool", "Boolean")
                .nullable("word", "varchar", "String")
                .nullable("day", "date", "date")
                .nullable("moment", "timestamptz", "timestamptz")
                .nullable("local", "timestamp", "timestamp")
                .nullable("clock", "time", "time")
                .nullable("doc", "jsonb", "jsonb")
                .nullable("raw", "json", "json")
                .nullable("key", "uuid", "uuid")
                .nullable("tags", "_text", "_text")
                .build();
    }
}
