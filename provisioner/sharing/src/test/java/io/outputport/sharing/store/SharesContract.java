package io.outputport.sharing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.sharing.recipient.Lifetimes;
import io.outputport.sharing.recipient.RecipientKind;
import io.outputport.sharing.recipient.RecipientTerms;
import io.outputport.sharing.share.Grants;
import io.outputport.sharing.share.Precondition;
import io.outputport.sharing.share.RowFilter;
import io.outputport.sharing.share.Share;
import io.outputport.sharing.share.ShareDraft;
import io.outputport.sharing.share.ShareDraft.TableDraft;
import io.outputport.sharing.share.SharedTable;
import io.outputport.sharing.share.Shares;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.share.UnknownRecipients;
import io.outputport.sharing.share.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What shares and grants promise, on every database. */
abstract class SharesContract {
    Store store;

    abstract String url();

    @BeforeEach
    void open() {
        store = Store.at(url());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_share_is_found_whatever_the_case_and_keeps_the_spelling_of_who_made_it() {
        store.offer("Sales.EU", "Shop.Orders");

        Share share = store.shares.find("sALES.eu").orElseThrow();

        assertThat(share.name()).isEqualTo("Sales.EU");
        assertThat(share.tables()).singleElement().satisfies(table -> {
            assertThat(table.schema()).isEqualTo("Shop");
            assertThat(table.location().path()).isEqualTo("tables/Shop.Orders");
        });
    }

    @Test
    void which_rows_may_be_read_is_kept_and_a_change_of_it_is_one() {
        RowFilter filter = new RowFilter(Map.of("client", "{recipient.client_id}"));
        ShareDraft whole = new ShareDraft(Optional.empty(), List.of(table(RowFilter.NONE)));
        store.shares.put("sales", whole, Precondition.none());
        store.shares.put("sales", new ShareDraft(Optional.empty(), List.of(table(filter))), Precondition.none());

        Share share = store.shares.find("sales").orElseThrow();

        assertThat(share.version()).isEqualTo(2);
        assertThat(share.tables()).extracting(SharedTable::filter).containsExactly(filter);
    }

    private static TableDraft table(RowFilter filter) {
        return new TableDraft("shop", "orders", new TableLocation("lake", "orders"), false, filter);
    }

    @Test
    void a_table_keeps_its_id_through_every_change_of_its_share() {
        store.offer("sales", "shop.orders");
        SharedTable before = store.shares.find("sales").orElseThrow().tables().get(0);

        store.offer("sales", "shop.ORDERS", "shop.customers");

        assertThat(store.shares.find("sales").orElseThrow().tables())
                .extracting(SharedTable::name)
                .containsExactly("customers", "ORDERS");
        assertThat(store.shares.find("sales").orElseThrow().tables().get(1).id())
                .isEqualTo(before.id());
    }

    @Test
    void what_is_put_twice_is_one_change() {
        store.offer("sales", "shop.orders");
        store.offer("sales", "shop.orders");

        assertThat(store.shares.find("sales").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void a_share_that_changed_meanwhile_is_not_written_over() {
        store.offer("sales", "shop.orders");
        store.offer("sales", "shop.customers");

        assertThat(store.shares.put("sales", Store.draft(), version(1))).isInstanceOf(Written.Changed.class);
        assertThat(store.shares.put("sales", Store.draft(), Precondition.absent()))
                .isInstanceOf(Written.Changed.class);
        assertThat(store.shares.put("sales", Store.draft(), version(2))).isInstanceOf(Written.Stored.class);
        assertThat(store.shares.put("others", Store.draft(), version(2))).isInstanceOf(Written.Changed.class);
    }

    @Test
    void of_two_who_read_the_same_only_one_writes() throws Exception {
        store.offer("sales", "shop.orders");

        Precondition read = version(1);
        List<Written<Share>> ends =
                together(16, writer -> store.shares.put("sales", Store.draft("shop.t" + writer), read));

        assertThat(ends).filteredOn(Written.Stored.class::isInstance).hasSize(1);
        assertThat(store.shares.find("sales").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void a_share_is_made_once_however_many_make_it() throws Exception {
        List<Written<Share>> ends =
                together(16, writer -> store.shares.put("sales", Store.draft("shop.orders"), Precondition.absent()));

        assertThat(ends).filteredOn(Written.Stored.class::isInstance).hasSize(1);
    }

    @Test
    void what_is_not_granted_is_not_there() {
        store.offer("sales", "shop.orders");
        store.offer("hr", "people.salaries");
        store.grant("sales", "user:alice");

        assertThat(store.seenBy("user:alice")).containsExactly("sales");
        assertThat(store.granted.granted(store.principal("user:alice"), "HR")).isEmpty();
        assertThat(store.granted.granted(store.principal("user:alice"), "Sales"))
                .isPresent();
        assertThat(store.seenBy("user:bob")).isEmpty();
    }

    @Test
    void a_grant_to_a_group_counts_for_those_whose_provider_names_it() {
        store.offer("sales", "shop.orders");
        store.grant("sales", "group:Analysts");

        assertThat(store.seenBy("user:alice", "analysts", "others")).containsExactly("sales");
        assertThat(store.seenBy("user:alice")).isEmpty();
        assertThat(store.seenBy("group:analysts-not")).isEmpty();
    }

    @Test
    void whose_grant_it_is_that_somebody_reads_by_is_told_and_stands_until_it_is_taken_back() {
        store.offer("sales", "shop.orders");
        store.grant("sales", "user:alice", "group:analysts");
        Shares.Granted own = store.granted
                .granted(store.principal("user:alice", "analysts"), "sales")
                .orElseThrow();
        Shares.Granted ofGroup = store.granted
                .granted(store.principal("user:carol", "analysts"), "sales")
                .orElseThrow();
        assertThat(own.grantee())
                .isEqualTo(store.recipients.find("user:alice").orElseThrow().id());
        assertThat(ofGroup.grantee())
                .isEqualTo(store.recipients.find("group:analysts").orElseThrow().id());

        store.grant("sales", "group:analysts");
        assertThat(store.granted.isGranted(own.share().id(), own.grantee())).isFalse();
        assertThat(store.granted.isGranted(ofGroup.share().id(), ofGroup.grantee()))
                .isTrue();
        store.shares.remove("sales", Precondition.none());
        assertThat(store.granted.isGranted(ofGroup.share().id(), ofGroup.grantee()))
                .isFalse();
    }

    @Test
    void those_with_a_comment_are_found_by_all_of_it() {
        ShareDraft draft = Store.draft("shop.orders");
        store.shares.put("mine", new ShareDraft(Optional.of("Output port a"), draft.tables()), Precondition.none());
        store.shares.put("longer", new ShareDraft(Optional.of("Output port a:b"), draft.tables()), Precondition.none());
        store.offer("plain", "shop.orders");

        assertThat(store.shares.commented("Output port a"))
                .extracting(Share::name)
                .containsExactly("mine");
        assertThat(store.shares.commented("Output port")).isEmpty();
        assertThat(store.shares.commented("\0")).isEmpty();
    }

    @Test
    void lifetimes_are_kept_and_another_one_is_a_change() {
        ShareDraft plain = Store.draft("shop.orders");
        Lifetimes lifetimes = new Lifetimes(Optional.of(Duration.ofDays(30)), Optional.of(Duration.ofMinutes(5)));
        ShareDraft limited = new ShareDraft(plain.comment(), lifetimes, plain.tables());

        store.shares.put("sales", limited, Precondition.none());
        assertThat(store.shares.find("sales").orElseThrow().lifetimes()).isEqualTo(lifetimes);
        store.shares.put("sales", limited, Precondition.none());
        assertThat(store.shares.find("sales").orElseThrow().version()).isEqualTo(1);
        store.shares.put("sales", plain, Precondition.none());
        assertThat(store.shares.find("sales").orElseThrow())
                .satisfies(share -> assertThat(share.version()).isEqualTo(2))
                .satisfies(share -> assertThat(share.lifetimes()).isEqualTo(Lifetimes.NONE));
    }

    @Test
    void a_suspended_group_gives_nothing() {
        store.offer("sales", "shop.orders");
        store.grant("sales", "group:analysts");
        store.recipients.put(
                "group:analysts", RecipientKind.GROUP, new RecipientTerms(Optional.empty(), List.of(), Map.of(), true));

        assertThat(store.seenBy("user:alice", "analysts")).isEmpty();
    }

    @Test
    void a_snapshot_takes_the_former_ones_place() {
        store.offer("sales", "shop.orders");
        store.grant("sales", "user:alice", "user:bob");

        store.grant("sales", "user:BOB", "group:analysts");

        Grants grants = store.shares.grants("SALES").orElseThrow();
        assertThat(grants.recipients()).containsExactly("group:analysts", "user:bob");
        assertThat(grants.version()).isEqualTo(3);
        assertThat(store.seenBy("user:alice")).isEmpty();
    }

    @Test
    void a_snapshot_with_a_name_that_nobody_made_changes_nothing() {
        store.offer("sales", "shop.orders");
        store.grant("sales", "user:alice");

        assertThatThrownBy(() -> store.grant("sales", "user:carol", "partner", "other"))
                .isInstanceOfSatisfying(
                        UnknownRecipients.class,
                        unknown -> assertThat(unknown.names()).containsExactly("other", "partner"));
        assertThat(store.seenBy("user:alice")).containsExactly("sales");
        assertThat(store.recipients.find("user:carol")).isEmpty();
    }

    @Test
    void a_share_goes_with_its_grants_and_a_recipient_with_its() {
        store.offer("sales", "shop.orders");
        store.offer("hr", "people.salaries");
        store.grant("sales", "user:alice");
        store.grant("hr", "user:alice");

        store.shares.remove("sales", Precondition.none());
        assertThat(store.seenBy("user:alice")).containsExactly("hr");
        assertThat(store.recipients.remove("user:alice")).isTrue();
        assertThat(store.shares.grants("hr").orElseThrow().recipients()).isEmpty();
        assertThat(store.shares.remove("sales", Precondition.none())).isInstanceOf(Written.Missing.class);
    }

    @Test
    void snapshots_at_the_same_time_end_in_one_of_them_whole() throws Exception {
        store.offer("sales", "shop.orders");

        together(16, writer -> {
            store.grant("sales", "user:a" + writer, "user:b" + writer, "group:c");
            return writer;
        });

        List<String> names = store.shares.grants("sales").orElseThrow().recipients();
        assertThat(names).hasSize(3);
        assertThat(names.get(1).substring(6)).isEqualTo(names.get(2).substring(6));
    }

    @Test
    void a_thousand_random_recipients_and_shares_never_show_an_ungranted_name() {
        Random random = new Random(20261130);
        Map<String, Set<String>> expected = new TreeMap<>();
        for (int share = 0; share < 40; share++) {
            String name = "share" + share;
            store.offer(name, "s.t" + share);
            Set<String> names = new HashSet<>();
            for (int at = random.nextInt(50); at > 0; at--) {
                names.add((random.nextInt(5) == 0 ? "group:g" : "user:u") + random.nextInt(25));
            }
            store.grant(name, names.toArray(String[]::new));
            names.forEach(each ->
                    expected.computeIfAbsent(each, unseen -> new HashSet<>()).add(name));
        }
        for (int at = 0; at < 1_000; at++) {
            String user = "user:u" + random.nextInt(40);
            String group = "g" + random.nextInt(40);
            Set<String> wanted = new HashSet<>(expected.getOrDefault(user, Set.of()));
            wanted.addAll(expected.getOrDefault("group:" + group, Set.of()));
            String asked = "share" + random.nextInt(45);

            assertThat(store.seenBy(user, group)).containsExactlyInAnyOrderElementsOf(wanted);
            assertThat(store.granted
                            .granted(store.principal(user, group), asked)
                            .isPresent())
                    .isEqualTo(wanted.contains(asked));
        }
    }

    @Test
    void a_share_that_was_made_anew_is_another_though_its_version_is_the_same() {
        store.offer("sales", "shop.orders");
        Precondition read = version(1);
        store.shares.remove("sales", read);
        store.offer("sales", "shop.orders");

        assertThat(store.shares.put("sales", Store.draft(), read)).isInstanceOf(Written.Changed.class);
        assertThat(store.shares.grant("sales", Set.of(), read)).isInstanceOf(Written.Changed.class);
    }

    private Precondition version(long version) {
        return new Precondition.Version(store.shares.find("sales").orElseThrow().id(), version);
    }

    interface Work<T> {
        T of(int writer) throws Exception;
    }

    static <T> List<T> together(int writers, Work<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                calls.add(() -> work.of(number));
            }
            List<T> ends = new ArrayList<>();
            for (Future<T> end : threads.invokeAll(calls)) {
                ends.add(end.get());
            }
            return ends;
        } finally {
            threads.shutdownNow();
        }
    }
}
