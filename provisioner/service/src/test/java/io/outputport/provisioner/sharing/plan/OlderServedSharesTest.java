package io.outputport.provisioner.sharing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.Golden;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.sharing.descriptor.ShareLifetimes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a share stood when an older version carried it out is read as it was meant. */
class OlderServedSharesTest {
    private static final ShareTable ALL = new ShareTable("finance", "orders", "LAKE", "finance/orders", true, Map.of());
    private static final ShareTable SOME =
            new ShareTable("finance", "returns", "LAKE", "finance/returns", false, Map.of("country", "@country"));

    @Test
    void with_lifetimes_and_a_filter() {
        is(
                "register/sharing.json",
                new ServedShare(
                        "urn:dmb:cmp:finance:orders:1:delta",
                        "finance_orders_1",
                        new ShareLifetimes(Optional.of(Duration.ofDays(30)), Optional.of(Duration.ofMinutes(90))),
                        List.of(ALL, SOME)));
    }

    @Test
    void with_what_the_server_has_for_all() {
        is(
                "register/sharing-plain.json",
                new ServedShare(
                        "urn:dmb:cmp:finance:orders:1:delta", "finance_orders_1", ShareLifetimes.NONE, List.of(ALL)));
    }

    private static void is(String file, ServedShare share) {
        assertThat(ServedShare.read(new ServedState("delta-sharing", Golden.text(file))))
                .isEqualTo(share);
        Golden.isStillWritten(file, share.state().json());
    }
}
