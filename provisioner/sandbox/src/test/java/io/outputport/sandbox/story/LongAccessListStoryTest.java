package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A list that the role mapper writes for longer than {@code ROLE_MAPPER_TIMEOUT}. */
@ExtendWith(World.Provided.class)
class LongAccessListStoryTest {
    private static final Duration PER_ROW = Duration.ofMillis(120);
    /** As long as a story takes, also on a busy machine. */
    private static final Duration ENDLESS = Duration.ofSeconds(2);

    private static final String[] MANY =
            IntStream.range(0, 60).mapToObj(i -> "user:u" + i).toArray(String[]::new);

    private final World world;
    private final RoleMapperState roleMapper;

    @TempDir
    private Path tasks;

    LongAccessListStoryTest(World world) {
        this.world = world;
        this.roleMapper = world.roleMapper();
    }

    @AfterEach
    void calm() {
        roleMapper.calm();
    }

    @Test
    void it_ends_at_its_first_attempt() {
        Product product = Product.vaccinations("Longlist");
        try (OwnService service = OwnService.start(variables(), tasks)) {
            service.platform().provision(product.sample());
            roleMapper.pace(PER_ROW);

            var status = service.platform()
                    .completed(service.platform().accepted(service.platform().offerAcl(product.sample(), MANY)));

            assertThat(status.path("result").asText()).isEqualTo("Access is as requested: 60 users, 0 groups.");
            assertThat(users(product)).containsExactly(MANY);
            assertThat(status.path("logs").toString()).doesNotContain("Trying again");
        }
    }

    @Test
    void stopped_meanwhile_it_ends_and_what_was_told_is_carried_to_its_end() {
        Product product = Product.vaccinations("Longstopped");
        try (OwnService service = OwnService.start(variables(), tasks)) {
            Platform platform = service.platform();
            platform.provision(product.sample());
            roleMapper.pace(ENDLESS);
            String token = platform.accepted(platform.offerAcl(product.sample(), MANY));
            await().until(() -> roleMapper.writing() > 0);

            platform.terminate(token);

            platform.terminated(token);
            assertThat(users(product)).hasSizeLessThan(MANY.length);
            roleMapper.pace(Duration.ZERO);
            await().until(() -> users(product).size() == MANY.length);
        }
    }

    @Test
    void the_next_snapshot_ends_it_and_is_what_counts() {
        Product product = Product.vaccinations("Longsuperseded");
        try (OwnService service = OwnService.start(variables(), tasks)) {
            Platform platform = service.platform();
            platform.provision(product.sample());
            roleMapper.pace(ENDLESS);
            String long_ = platform.accepted(platform.offerAcl(product.sample(), MANY));
            await().until(() -> roleMapper.writing() > 0);

            String next = platform.accepted(platform.offerAcl(product.sample(), "user:u1"));

            assertThat(platform.failed(long_).path("result").asText()).contains("the later one counts");
            roleMapper.pace(Duration.ZERO);
            platform.completed(next);
            assertThat(roleMapper.writing()).isZero();
            assertThat(users(product)).containsExactly("user:u1");
        }
    }

    @Test
    void ten_thousand_users_are_written_to_the_end_and_another_list_is_stopped_meanwhile() {
        String[] tenThousand = IntStream.range(0, 10_000)
                .mapToObj(i -> "user:reader.%05d_example.org".formatted(i))
                .toArray(String[]::new);
        Product product = Product.vaccinations("Tenthousand");
        Product stopped = Product.vaccinations("Tenthousandstopped");
        try (OwnService service = OwnService.start(variables(), tasks)) {
            Platform platform = service.platform();
            platform.provision(product.sample());
            platform.provision(stopped.sample());
            roleMapper.pace(Duration.ofMillis(1));
            String whole = platform.accepted(platform.offerAcl(product.sample(), tenThousand));
            String unwanted = platform.accepted(platform.offerAcl(stopped.sample(), tenThousand));
            await().until(() -> roleMapper.writing() == 2);

            platform.terminate(unwanted);

            platform.terminated(unwanted);
            assertThat(platform.offerStatus(whole).body()).contains("\"RUNNING\"");
            assertThat(users(stopped)).hasSizeLessThan(tenThousand.length);
            var status = platform.completed(whole);
            assertThat(status.path("result").asText()).isEqualTo("Access is as requested: 10000 users, 0 groups.");
            assertThat(status.path("logs").toString()).doesNotContain("Trying again");
            assertThat(users(product)).containsExactly(tenThousand);
        }
    }

    private List<String> users(Product product) {
        return roleMapper.of(product.componentId()).orElseThrow().users();
    }

    private Map<String, String> variables() {
        Map<String, String> variables = world.variables();
        variables.put("ROLE_MAPPER_TIMEOUT", "2s");
        // Shorter than the role mapper takes: it is seen to be at work.
        variables.put("ROLE_MAPPER_TIMEOUT_PER_ENTRY", "10ms");
        return variables;
    }
}
