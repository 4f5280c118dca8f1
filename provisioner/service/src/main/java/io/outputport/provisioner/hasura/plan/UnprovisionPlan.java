package io.outputport.provisioner.hasura.plan;

/**
 * How a port is taken away.
 *
 * @param inHasura whether Hasura holds anything of it; else only its role is emptied
 */
public record UnprovisionPlan(Plan plan, boolean inHasura) {}
