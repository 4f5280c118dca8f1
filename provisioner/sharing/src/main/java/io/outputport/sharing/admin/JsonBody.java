package io.outputport.sharing.admin;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.outputport.foundation.outcome.Quote;
import io.outputport.sharing.edge.ErrorCode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads bodies: strictly, since a misspelt field of a snapshot would take something away. */
final class JsonBody {
    private static final int LONGEST_WORD = 100;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private JsonBody() {}

    static <T> T read(String body, Class<T> type) {
        try {
            T value = JSON.readValue(body, type);
            if (value == null) {
                throw new AdminRefusal(ErrorCode.MALFORMED_REQUEST, "The body is null, but must be an object.");
            }
            return value;
        } catch (UnrecognizedPropertyException unknown) {
            Collection<Object> known = unknown.getKnownPropertyIds();
            throw refused(unknown, "is not a field here; known are " + String.join(", ", names(known)) + ".");
        } catch (MismatchedInputException wrong) {
            throw refused(wrong, expected(wrong));
        } catch (JsonMappingException wrong) {
            throw refused(wrong, "cannot be read.");
        } catch (JsonProcessingException noJson) {
            throw new AdminRefusal(
                    ErrorCode.MALFORMED_REQUEST, "The body is not JSON" + at(noJson.getLocation()) + ".");
        }
    }

    private static AdminRefusal refused(JsonMappingException wrong, String what) {
        String field = path(wrong.getPath());
        return new AdminRefusal(
                ErrorCode.MALFORMED_REQUEST,
                (field.isEmpty() ? "The body" : field) + at(wrong.getLocation()) + " " + what);
    }

    private static String expected(MismatchedInputException wrong) {
        Class<?> type = wrong.getTargetType() == null ? Object.class : wrong.getTargetType();
        if (type.isEnum()) {
            List<String> names =
                    Stream.of(type.getEnumConstants()).map(String::valueOf).toList();
            return "must be one of " + String.join(", ", names) + ".";
        }
        if (type == String.class) {
            return "must be a text.";
        }
        if (type == Boolean.class) {
            return "must be true or false.";
        }
        return Collection.class.isAssignableFrom(type) ? "must be a list." : "must be an object.";
    }

    private static String path(List<JsonMappingException.Reference> steps) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : steps) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(Quote.of(step.getFieldName(), LONGEST_WORD));
            }
        }
        return path.toString();
    }

    private static String at(JsonLocation where) {
        return where == null ? "" : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
    }

    private static Set<String> names(Collection<Object> known) {
        Set<String> names = new TreeSet<>();
        known.forEach(name -> names.add(String.valueOf(name)));
        return names;
    }
}
