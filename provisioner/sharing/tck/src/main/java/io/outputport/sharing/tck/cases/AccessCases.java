package io.outputport.sharing.tck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.tck.call.Answer;
import io.outputport.sharing.tck.call.Client;
import io.outputport.sharing.tck.run.Needs;
import io.outputport.sharing.tck.run.Offer;
import io.outputport.sharing.tck.run.Trial;
import io.outputport.sharing.tck.run.TrialExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who was granted nothing learns nothing, and who was locked out stays out. */
@ExtendWith(TrialExtension.class)
class AccessCases {
    private final Trial trial;
    private final Client client;

    AccessCases(Trial trial) {
        this.trial = trial;
        this.client = trial.client();
    }

    @Needs(Offer.STRANGER)
    @Test
    void a_stranger_is_let_in_and_sees_no_share() {
        Answer shares = trial.other(Offer.STRANGER).get("/shares");

        assertThat(shares.status()).isEqualTo(200);
        assertThat(shares.json().path("items"))
                .noneMatch(item -> item.path("name").asText().equals(trial.share()));
    }

    @Needs(Offer.STRANGER)
    @Test
    void a_share_of_others_looks_like_none() {
        assertAlike(trial.sharePath(), "/shares/no-such-share");
        assertAlike(trial.sharePath() + "/schemas", "/shares/no-such-share/schemas");
        assertAlike(trial.sharePath() + "/all-tables", "/shares/no-such-share/all-tables");
    }

    @Needs(Offer.STRANGER)
    @Test
    void a_table_of_others_looks_like_none() {
        assertAlike(trial.tablePath("plain") + "/version", "/shares/no/schemas/such/tables/table/version");
        assertAlike(trial.tablePath("plain") + "/metadata", "/shares/no/schemas/such/tables/table/metadata");
    }

    @Needs(Offer.STRANGER)
    @Test
    void a_strangers_query_gets_no_address() {
        Answer refused = trial.other(Offer.STRANGER).post(trial.tablePath("plain") + "/query", "{}");

        assertThat(refused.status()).isIn(403, 404);
        assertThat(refused.body()).doesNotContain("http");
    }

    @Needs(Offer.REVOKED)
    @Test
    void a_revoked_token_lets_nobody_in() {
        lockedOut(Offer.REVOKED);
    }

    @Needs(Offer.EXPIRED)
    @Test
    void an_expired_token_lets_nobody_in() {
        lockedOut(Offer.EXPIRED);
    }

    @Test
    void an_endpoint_with_a_slash_at_its_end_is_the_same() {
        assertThat(client.at(client.endpoint() + "/").get("shares").status()).isEqualTo(200);
    }

    @Test
    void a_token_in_the_address_lets_nobody_in() {
        assertThat(client.saying("")
                        .get("/shares?access_token=" + trial.profile().token())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void no_answer_repeats_the_token() {
        String token = trial.profile().token();

        assertThat(client.get("/shares").body()).doesNotContain(token);
        assertThat(client.post(trial.tablePath("plain") + "/query", "{}").body())
                .doesNotContain(token);
        assertThat(client.get("/shares/" + token).body()).doesNotContain(token);
    }

    private void lockedOut(Offer who) {
        assertThat(trial.other(who).get("/shares").status()).isEqualTo(401);
        assertThat(trial.other(who)
                        .post(trial.tablePath("plain") + "/query", "{}")
                        .status())
                .isEqualTo(401);
        assertThat(trial.other(who).get("/shares").body())
                .isEqualTo(client.saying("Bearer not-a-token").get("/shares").body());
    }

    private void assertAlike(String ofOthers, String none) {
        Answer one = trial.other(Offer.STRANGER).get(ofOthers);
        Answer other = trial.other(Offer.STRANGER).get(none);

        assertThat(one.status()).isEqualTo(404);
        assertThat(one).extracting(Answer::status, Answer::body).containsExactly(other.status(), other.body());
    }
}
