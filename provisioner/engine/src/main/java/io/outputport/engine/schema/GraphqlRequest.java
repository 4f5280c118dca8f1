package io.outputport.engine.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One GraphQL request as it stands in the body of {@code POST /v1/graphql}. */
public record GraphqlRequest(String query, Optional<String> operationName, ObjectNode variables) {}
