package io.outputport.engine.graphql.sql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads JSON without rounding a number or dropping its zeros. */
final class ExactJson {
    /** PostgreSQL's numeric has up to 131,072 digits before and 16,383 after the point. */
    private static final int LONGEST_NUMBER = 150_000;

    private final JsonMapper mapper;

    ExactJson(int longestText) {
        mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNumberLength(LONGEST_NUMBER)
                                .maxStringLength(longestText)
                                .build())
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    JsonNode read(String json) throws JsonProcessingException {
        return mapper.readTree(json);
    }
}
