package io.outputport.provisioner.hasura.wave.cost;

/**
 * What Hasura has to do for one write.
 *
 * @param builds how often it builds its schema
 * @param looks how many sources it introspects, one that it introspects twice counted twice
 * @param tables how many tables it tracks when that is done, which is what a build costs by
 */
public record Effort(int builds, int looks, int tables) {
    public Effort {
        if (builds < 0 || looks < 0 || tables < 0) {
            throw new IllegalArgumentException("less than nothing to do: " + builds + ", " + looks + ", " + tables);
        }
    }

    /** Builds, in tables. */
    double built() {
        return (double) builds * Math.max(1, tables);
    }
}
