package io.outputport.sandbox.part;

import io.outputport.sandbox.folder.RunFolder;
import io.outputport.sandbox.postgres.Login;
import io.outputport.sandbox.postgres.SamplePostgres;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The database with the sample data. */
public record PostgresPart(Port port, RunFolder folder) implements Part {
    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Started start(Offer soFar) throws IOException {
        SamplePostgres postgres = SamplePostgres.start(
                port.number(),
                folder.resolve(RunFolder.DATABASE),
                RunFolder.ofUser().resolve("binaries"));
        Map<String, String> ready = Map.of("postgres", postgres.jdbcUrl(SamplePostgres.DATABASE));
        return new Started(new Offer(ready, service(postgres), hasura(postgres)), postgres);
    }

    private static Map<String, String> service(SamplePostgres postgres) {
        Map<String, String> service = new LinkedHashMap<>();
        service.put("POSTGRES_URL", postgres.jdbcUrl(SamplePostgres.DATABASE));
        service.put("POSTGRES_USER", Login.READER.user());
        service.put("POSTGRES_PASSWORD", Login.READER.password());
        service.put(
                "POSTGRES_SOURCES",
                postgres.databases().stream()
                        .map(database -> database + "=" + variable(database))
                        .collect(Collectors.joining(",")));
        return service;
    }

    private static Map<String, String> hasura(SamplePostgres postgres) {
        return postgres.databases().stream()
                .collect(Collectors.toMap(
                        PostgresPart::variable, database -> postgres.hasuraUrl(database, Login.OWNER)));
    }

    private static String variable(String database) {
        return database.toUpperCase(Locale.ROOT) + "_DATABASE_URL";
    }
}
