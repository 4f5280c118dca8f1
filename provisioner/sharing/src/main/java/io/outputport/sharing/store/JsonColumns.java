package io.outputport.sharing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.sharing.recipient.Network;
import java.util.List;
import java.util.Map;

/** Columns that hold JSON which only we write. */
final class JsonColumns {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> PROPERTIES = new TypeReference<>() {};

    private JsonColumns() {}

    static String networks(List<Network> networks) {
        return write(networks.stream().map(Network::text).toList());
    }

    static List<Network> networks(String column) {
        return read(column, TEXTS).stream().map(Network::new).toList();
    }

    static String properties(Map<String, String> properties) {
        return write(properties);
    }

    static Map<String, String> properties(String column) {
        return read(column, PROPERTIES);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts are always JSON", impossible);
        }
    }

    private static <T> T read(String column, TypeReference<T> type) {
        try {
            return JSON.readValue(column, type);
        } catch (JsonProcessingException foreign) {
            throw new StoreUnavailable(foreign);
        }
    }
}
