package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.story.RoleMapperState.Role;
import io.outputport.sandbox.testing.Http;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service takes over the database of one that is older and was killed: what had ended is answered as before, what had not is
 * carried out. Whoever adds a column or changes what is stored must leave this as it is.
 */
@ExtendWith(World.Provided.class)
class OlderVersionStoryTest {
    private static final Product KEPT = Product.vaccinations("Oldkept");
    private static final Product REPAIRED = Product.vaccinations("Oldrepaired");
    private static final Product DRIFTED = Product.invoices("Olddrifted");
    private static final Product GONE = Product.vaccinations("Oldgone");
    private static final Product CLOSING = Product.vaccinations("Oldclosing");
    private static final Product MOVED = Product.vaccinations("Oldmoving").renamed("Oldmoving", "Oldmoved");
    private static final Product RETRIED = Product.vaccinations("Oldretried");
    private static final Product HALF_WRITTEN = Product.vaccinations("Oldhalf");
    private static final Product WAITING = Product.invoices("Oldwaiting");
    private static final Product STOPPED = Product.vaccinations("Oldstopped");

    private final World world;
    private final OlderVersion older = new OlderVersion();

    OlderVersionStoryTest(World world) {
        this.world = world;
    }

    @Test
    void tasks_in_h2_are_taken_over(@TempDir Path tasks) throws IOException, SQLException {
        String url = "jdbc:h2:file:" + tasks.resolve("tasks").toAbsolutePath();
        takeOver(url);
    }

    @Test
    void tasks_in_postgresql_are_taken_over() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            takeOver(postgres.getJdbcUrl("postgres", "postgres"));
        }
    }

    private void takeOver(String tasks) throws IOException, SQLException {
        older.fill(tasks);
        try (Site site = Site.start(world, "site/pass&1")) {
            older.restore(site.engine(), site.roleMapper());
            Map<String, String> variables = new HashMap<>(site.variables());
            variables.put("TAKEOVER_AFTER", "2s");
            variables.put("DRIFT_CHECK", "off");
            try (OwnService service = OwnService.start(variables, tasks)) {
                whatHadEndedIsAnsweredAsBefore(service);
                whatHadNotEndedIsCarriedOut(service.platform());
                everyPortIsAsItsLastTaskWantsIt(site);
                theRegisterKnowsAllOfThem(service.platform());
                lifeGoesOn(service.platform(), site);
            }
        }
    }

    private void whatHadEndedIsAnsweredAsBefore(OwnService service) {
        Http http = Http.to(service.url());
        assertThat(older.answers())
                .hasSize(12)
                .allSatisfy((path, answer) ->
                        assertThat(http.get(path).json()).as(path).isEqualTo(answer));
    }

    private void whatHadNotEndedIsCarriedOut(Platform platform) {
        platform.terminated(older.unfinished("stopped"));
        assertThat(platform.reverseEnded(older.unfinished("reversing"))
                        .path("updates")
                        .path("spec.mesh.specific.customTableName")
                        .asText())
                .isEqualTo(KEPT.customName());
        for (String name : new String[] {"retried", "halfWritten", "waiting", "queuedGrant", "closing", "moving"}) {
            platform.completed(older.unfinished(name));
        }
    }

    private static void everyPortIsAsItsLastTaskWantsIt(Site site) {
        assertThat(site.consumer("alice").read(KEPT.oneRow("date"))).hasSize(1);
        assertThat(site.consumer("alice").read(WAITING.oneRow("currency"))).hasSize(1);
        Engine hasura = site.engine();
        for (Product served : new Product[] {KEPT, REPAIRED, DRIFTED, MOVED, RETRIED, HALF_WRITTEN, WAITING}) {
            assertThat(hasura.offers(served.customName()))
                    .as(served.customName())
                    .isTrue();
        }
        for (Product removed : new Product[] {GONE, CLOSING, STOPPED, Product.vaccinations("Oldmoving")}) {
            assertThat(hasura.offers(removed.customName()))
                    .as(removed.customName())
                    .isFalse();
        }
        RoleMapperState roles = site.roleMapper();
        assertThat(roles.of(KEPT.componentId()).map(Role::people).orElseThrow())
                .containsExactly("user:alice", "user:sara_example.com", "group:analysts");
        assertThat(roles.of(WAITING.componentId()).map(Role::people).orElseThrow())
                .containsExactly("user:alice", "group:analysts");
        assertThat(roles.of(CLOSING.componentId()).map(Role::people).orElseThrow())
                .isEmpty();
    }

    private static void theRegisterKnowsAllOfThem(Platform platform) {
        assertThat(state(platform, KEPT)).isEqualTo("IN_SYNC");
        assertThat(state(platform, DRIFTED)).isEqualTo("DRIFTED");
        assertThat(platform.offerPort(DRIFTED.componentId()).body())
                .contains("root field select is changed_by_hand instead of " + DRIFTED.select());
        assertThat(platform.offerPort(REPAIRED.componentId())
                        .json()
                        .at("/ports/0/repairs")
                        .asInt())
                .isEqualTo(1);
        assertThat(platform.offerPort(KEPT.componentId())
                        .json()
                        .at("/ports/0/accessUnsettled")
                        .asBoolean())
                .isFalse();
        for (Product served : new Product[] {MOVED, RETRIED, HALF_WRITTEN, WAITING}) {
            assertThat(state(platform, served)).as(served.componentId()).isEqualTo("IN_SYNC");
        }
        for (Product removed : new Product[] {GONE, CLOSING}) {
            assertThat(state(platform, removed)).as(removed.componentId()).isEmpty();
        }
    }

    private static String state(Platform platform, Product product) {
        return platform.offerPort(product.componentId())
                .json()
                .at("/ports/0/state")
                .asText();
    }

    /** What the older one has registered is enough to change it and to take it away. */
    private static void lifeGoesOn(Platform platform, Site site) {
        platform.updateAcl(KEPT.sample(), "user:bob");
        assertThat(site.consumer("bob").read(KEPT.oneRow("date"))).hasSize(1);
        platform.provision(DRIFTED.sample());
        assertThat(state(platform, DRIFTED)).isEqualTo("IN_SYNC");
        platform.unprovision(REPAIRED.sample());
        assertThat(site.engine().offers(REPAIRED.customName())).isFalse();
    }
}
