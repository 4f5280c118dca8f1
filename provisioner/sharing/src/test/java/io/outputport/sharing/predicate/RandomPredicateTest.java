package io.outputport.sharing.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.predicate.Hints.Wanted;
import io.outputport.sharing.predicate.RandomTable.RandomFile;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@code -Dpredicates=…} tries more, {@code -Dpredicates.seed=…} others. */
class RandomPredicateTest {
    private static final int PREDICATES = Integer.getInteger("predicates", 10_000);
    private static final int FOR_EACH_TABLE = 20;
    private static final long SEED = Long.getLong("predicates.seed", 20_261_130);

    private long skipped;
    private long whole;

    @Test
    void no_row_is_ever_lost_to_a_hint() {
        for (int at = 0; at < PREDICATES; at += FOR_EACH_TABLE) {
            Random random = new Random(SEED + at);
            RandomTable table = new RandomTable(random);
            for (int each = 0; each < FOR_EACH_TABLE; each++) {
                RandomCondition condition = RandomCondition.of(random, table.columns, 0);
                check(table, condition, Hints.of(table.metadata, List.of(), Optional.of(condition.json())), at);
                check(table, condition, Hints.of(table.metadata, List.of(condition.sql()), Optional.empty()), at);
            }
        }
        // Of 16 files for each predicate: hints do help.
        assertThat(skipped).isGreaterThan(PREDICATES);
        assertThat(whole).isGreaterThan(PREDICATES / 2);
    }

    private void check(RandomTable table, RandomCondition condition, Hints hints, int seed) {
        for (RandomFile file : table.files) {
            Wanted wanted = hints.of(file.file());
            boolean matches = file.rows().stream()
                    .anyMatch(row ->
                            condition.inFrames(row) || condition.inSql(row).orElse(false));
            boolean allMatch = file.rows().stream()
                    .allMatch(row ->
                            condition.inFrames(row) && condition.inSql(row).orElse(false));
            assertThat(wanted == Wanted.NOTHING && matches || wanted == Wanted.ALL && !allMatch)
                    .as("%s of %s, rows %s, %s (seed %d)", wanted, condition.sql(), file.rows(), file.file(), seed)
                    .isFalse();
            skipped += wanted == Wanted.NOTHING ? 1 : 0;
            whole += wanted == Wanted.ALL ? 1 : 0;
        }
    }
}
