package io.outputport.provisioner.cli.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.flow.Verdict;

/**
 * What the service answered to a plan.
 *
 * @param body as it came: a newer service may tell more
 * @param verdict its errors and notices
 */
public record PlanAnswer(JsonNode body, Verdict verdict) {}
