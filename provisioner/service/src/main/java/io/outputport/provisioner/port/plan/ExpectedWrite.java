package io.outputport.provisioner.port.plan;

import java.time.Duration;

/**
 * A write that a provision would cause, if nobody else's came together with it.
 *
 * @param way as the system outside calls it, for example {@code bulk}
 * @param schemaBuilds how often that system builds its schema anew
 * @param about how long it would take, by what earlier ones took
 */
public record ExpectedWrite(String way, int schemaBuilds, Duration about) {}
