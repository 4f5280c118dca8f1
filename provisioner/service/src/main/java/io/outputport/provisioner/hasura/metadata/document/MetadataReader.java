package io.outputport.provisioner.hasura.metadata.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.transport.Pieces;
import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import io.outputport.provisioner.hasura.plan.entry.ActualTable;
import io.outputport.provisioner.hasura.plan.entry.Customization;
import io.outputport.provisioner.hasura.plan.entry.TableReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an export once, token by token, and remembers where everything stands that may be edited. */
public final class MetadataReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What a source holds beside tables without holding anything in them. */
    private static final Set<String> PLAIN =
            Set.of("name", "kind", "configuration", "tables", "health_check", "query_tags");

    private final Pieces export;
    private final JsonParser parser;
    private final List<SourceSpans> sources = new ArrayList<>();
    private long resourceVersion = -1;
    private @Nullable Span metadata;
    private @Nullable Span sourcesSpan;

    private MetadataReader(Pieces export) throws IOException {
        this.export = export;
        this.parser = JSON.createParser(export.stream());
    }

    /** @throws IOException when it is not an export of version 2 */
    public static MetadataDocument read(Pieces export) throws IOException {
        MetadataReader reader = new MetadataReader(export);
        try (JsonParser open = reader.parser) {
            reader.readExport();
            if (reader.parser.nextToken() != null) {
                throw new IOException("something follows the export");
            }
        }
        if (reader.metadata == null || reader.resourceVersion < 0) {
            throw new IOException("no resource_version or no metadata in it");
        }
        return new MetadataDocument(
                export,
                reader.resourceVersion,
                reader.metadata,
                Optional.ofNullable(reader.sourcesSpan),
                reader.sources);
    }

    private void readExport() throws IOException {
        expect(JsonToken.START_OBJECT, parser.nextToken());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "resource_version" -> resourceVersion = parser.getLongValue();
                case "metadata" -> metadata = readMetadata();
                default -> parser.skipChildren();
            }
        }
    }

    private Span readMetadata() throws IOException {
        expect(JsonToken.START_OBJECT, parser.currentToken());
        int start = tokenStart();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isSources = "sources".equals(parser.currentName());
            parser.nextToken();
            if (isSources && parser.currentToken() == JsonToken.START_ARRAY) {
                sourcesSpan = readSources();
            } else {
                parser.skipChildren();
            }
        }
        return new Span(start, tokenEnd());
    }

    private Span readSources() throws IOException {
        int start = tokenStart();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            sources.add(readSource());
        }
        return new Span(start, tokenEnd());
    }

    private SourceSpans readSource() throws IOException {
        int start = tokenStart();
        String name = "";
        String kind = "postgres";
        JsonNode configuration = MissingNode.getInstance();
        Customization customization = Customization.NONE;
        Optional<Span> configurationSpan = Optional.empty();
        Optional<Span> tablesSpan = Optional.empty();
        List<ActualTable> tables = new ArrayList<>();
        List<Span> tableSpans = new ArrayList<>();
        boolean others = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            int fieldStart = tokenStart();
            switch (field) {
                case "name" -> name = parser.getText();
                case "kind" -> kind = parser.getText();
                case "configuration" -> {
                    configuration = JSON.readTree(parser);
                    configurationSpan = Optional.of(new Span(fieldStart, tokenEnd()));
                }
                case "customization" -> customization = Customization.read(JSON.readTree(parser));
                case "tables" -> tablesSpan = Optional.of(readTables(tables, tableSpans));
                default -> others |= holdsSomething() && !PLAIN.contains(field);
            }
        }
        return new SourceSpans(
                new ActualSource(name, kind, configuration, customization, others, tables),
                new Span(start, tokenEnd()),
                configurationSpan,
                tablesSpan,
                tableSpans);
    }

    /** Passes over a value that may be long, without keeping it. */
    private boolean holdsSomething() throws IOException {
        boolean found = false;
        int depth = parser.currentToken().isStructStart() ? 1 : 0;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new IOException("the document ends too soon");
            }
            found |= depth > 1 || !token.isStructEnd();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        return found;
    }

    private Span readTables(List<ActualTable> tables, List<Span> spans) throws IOException {
        int start = tokenStart();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            int tableStart = tokenStart();
            JsonNode entry = JSON.readTree(parser);
            Span span = new Span(tableStart, tokenEnd());
            spans.add(span);
            tables.add(TableReader.read(entry, () -> whole(export, span)));
        }
        return new Span(start, tokenEnd());
    }

    private static ObjectNode whole(Pieces export, Span span) {
        try {
            return (ObjectNode) JSON.readTree(export.bytes(span.start(), span.end()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("it was read before", impossible);
        }
    }

    private int tokenStart() {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    private int tokenEnd() {
        return (int) parser.currentLocation().getByteOffset();
    }

    private static void expect(JsonToken wanted, @Nullable JsonToken found) throws IOException {
        if (found != wanted) {
            throw new IOException("an object was expected");
        }
    }
}
