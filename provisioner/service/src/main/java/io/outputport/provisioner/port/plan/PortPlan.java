package io.outputport.provisioner.port.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How a port is brought to life.
 *
 * @param isNew whether it brings the port to life, instead of changing one that people may be using
 * @param served how the port stands once the plan is carried out
 * @param moves whether that is in another place than the register knows
 */
public record PortPlan(Plan plan, boolean isNew, ServedState served, boolean moves, Result result) {

    /**
     * What the platform is told once the plan is carried out.
     *
     * @param publicInfo entries that the platform's marketplace can render
     * @param privateInfo facts for other adapters; no secret
     */
    public record Result(String sentence, ObjectNode publicInfo, ObjectNode privateInfo) {}
}
