package io.outputport.foundation.text;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records as the JSON text of a column: their components in their order, without those that are absent; sets and maps are
 * sorted, so that equal records make equal texts. Rows outlive versions: a component is added, never given another name or
 * meaning. One that this version does not know is passed over; of one that is not there an {@code Optional} or a collection is
 * empty, and anything else makes the text unreadable. JSON also carries the characters that a PostgreSQL text refuses.
 */
public final class StoredJson {
    /** For records that are stored as they are written down. */
    public static final StoredJson PLAIN = with(Map.of());

    private final ObjectMapper json;

    private StoredJson(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param forms by type, another type whose annotations say how its stored form differs
     * @param names of alternatives; as an annotation of a form, the framework would make introspections of them
     */
    public static StoredJson with(Map<Class<?>, Class<?>> forms, NamedType... names) {
        JsonMapper.Builder json = JsonMapper.builder()
                .addModules(
                        new Jdk8Module(),
                        new SimpleModule().addSerializer(Set.class, new StdDelegatingSerializer(new Sorted())))
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS));
        for (Class<?> collection : List.of(List.class, Set.class, Map.class)) {
            json.withConfigOverride(
                    collection, absent -> absent.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        forms.forEach(json::addMixIn);
        json.registerSubtypes(names);
        return new StoredJson(json.build());
    }

    public String write(Record value) {
        return written(value);
    }

    /** As one list. */
    public String writeAll(Collection<?> values) {
        return written(values);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record that cannot be written", impossible);
        }
    }

    /** For what is stored inside of something else. */
    public ObjectNode tree(Record value) {
        return json.valueToTree(value);
    }

    /** @throws IllegalStateException when the text is none of this record's; it repeats nothing of it */
    public <T extends Record> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw unreadable(type, broken);
        }
    }

    /** As {@link #read(String, Class)}. */
    public <T extends Record> T read(JsonNode tree, Class<T> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JsonProcessingException broken) {
            throw unreadable(type, broken);
        }
    }

    /** What {@link #writeAll} has written; throws as {@link #read(String, Class)}. */
    public <T> List<T> readAll(String text, Class<T> type) {
        try {
            return json.readerForListOf(type).readValue(text);
        } catch (JsonProcessingException broken) {
            throw unreadable(type, broken);
        }
    }

    private static IllegalStateException unreadable(Class<?> type, JsonProcessingException broken) {
        return new IllegalStateException("a column holds what is no " + type.getSimpleName(), broken);
    }

    /** By their texts, whatever they are. */
    private static final class Sorted extends StdConverter<Set<?>, List<?>> {
        @Override
        public List<?> convert(Set<?> values) {
            return values.stream().sorted(Comparator.comparing(String::valueOf)).toList();
        }
    }
}
