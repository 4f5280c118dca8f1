package io.outputport.provisioner.hasura.wave.cost;

import java.time.Duration;

/**
 * What a build costs for each table and a look into a source costs, in seconds: the least squares of relative errors over
 * the writes that were made, of which each newer one makes the older ones count less. A write that took ten times as long
 * as usual so hardly counts. The fields are the sums that this needs.
 *
 * @param buildBuild of {@code built * built}, each divided by the length of the write, as all of these
 * @param buildLook of {@code built * looks}
 * @param lookLook of {@code looks * looks}
 * @param build of {@code built}
 * @param look of {@code looks}
 */
public record WriteCosts(double buildBuild, double buildLook, double lookLook, double build, double look) {
    public static final WriteCosts NOTHING_LEARNED = new WriteCosts(0, 0, 0, 0, 0);

    private static final double KEPT = 0.7;
    /** What Hasura's users report: half a minute at two thousand tables. */
    private static final double ASSUMED_BUILD = 0.015;

    private static final double ASSUMED_LOOK = 0.3;
    /** How much the assumed proportion of the two counts beside the writes, which may all have been of one kind. */
    private static final double ASSUMED = 0.01;

    private static final double SHORTEST = 0.001;

    public WriteCosts {
        if (!Double.isFinite(buildBuild + buildLook + lookLook + build + look)) {
            throw new IllegalArgumentException("costs that are no numbers");
        }
    }

    /** With one more write. */
    public WriteCosts with(Effort effort, Duration length) {
        double seconds = Math.max(SHORTEST, length.toNanos() / 1e9);
        double built = effort.built() / seconds;
        double looked = effort.looks() / seconds;
        return new WriteCosts(
                KEPT * buildBuild + built * built,
                KEPT * buildLook + built * looked,
                KEPT * lookLook + looked * looked,
                KEPT * build + built,
                KEPT * look + looked);
    }

    /** About how long a write takes; as assumed where nothing is learned. */
    public double seconds(Effort effort) {
        double pace = buildBuild > 0 ? pace() : 1;
        if (lookLook <= 0) {
            double ofBuild = buildBuild > 0 ? build / buildBuild : ASSUMED_BUILD;
            return effort.built() * ofBuild + effort.looks() * pace * ASSUMED_LOOK;
        }
        double a = buildBuild * (1 + ASSUMED);
        double c = lookLook * (1 + ASSUMED);
        double x = build + ASSUMED * buildBuild * pace * ASSUMED_BUILD;
        double y = look + ASSUMED * lookLook * pace * ASSUMED_LOOK;
        double determinant = a * c - buildLook * buildLook;
        double ofBuild = (x * c - y * buildLook) / determinant;
        double ofLook = (y * a - x * buildLook) / determinant;
        if (ofBuild < 0) {
            return effort.looks() * y / c;
        }
        return ofLook < 0 ? effort.built() * x / a : effort.built() * ofBuild + effort.looks() * ofLook;
    }

    /** How many times slower than assumed this Hasura is on the whole. */
    private double pace() {
        double assumed = ASSUMED_BUILD * build + ASSUMED_LOOK * look;
        double squares = ASSUMED_BUILD * ASSUMED_BUILD * buildBuild
                + 2 * ASSUMED_BUILD * ASSUMED_LOOK * buildLook
                + ASSUMED_LOOK * ASSUMED_LOOK * lookLook;
        return assumed / squares;
    }
}
