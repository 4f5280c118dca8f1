package io.outputport.provisioner.register;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.port.people.People;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The newest word on who is to have access to each port, and the calls that may still be at work on it. A word is stored
 * before anybody is called, and whoever writes access writes the newest one. Every answer is later when the database does
 * not answer.
 */
public interface AccessLedger {
    /** Done and empty for a component of which nothing was ever said. */
    Outcome<Optional<Word>> find(String component);

    /** Stores a word, without what a later snapshot has taken away, and marks a call that is to carry it out. */
    Outcome<RoleCall> begin(RoleOf role, Wish wish, IntFunction<Duration> patience);

    /** Marks a call that is to carry out the newest word, whatever it is; empty where there is none. */
    Outcome<Optional<RoleCall>> repeat(RoleOf role, IntFunction<Duration> patience);

    /** Marks a call that writes a role's root fields; the role is unsettled from then on. */
    Outcome<RoleCall> beginRootFields(RoleOf role, List<String> names, Duration patience);

    /** The same for a role that was looked at; empty where it was written since, or a task is at work on its component. */
    Outcome<Optional<RoleCall>> repeatRootFields(UnsettledRole seen, List<String> names, Duration patience);

    /**
     * The root fields are what they are to be.
     *
     * @param seen with the call that wrote them
     * @return false when there is a newer one
     */
    Outcome<Boolean> settleRootFields(UnsettledRole seen);

    /** Roles whose root fields a task has left unsettled that is not at work any more, the longest not asked for first. */
    Outcome<List<UnsettledRole>> unsettledRoles(int most);

    /** After the answer of a call, or where it never began: it is not at work any more. */
    Outcome<RoleCall> over(RoleCall call);

    /**
     * A call broke off. It may be at work for as long again as an answer is waited for, or longer where that was not long
     * enough.
     *
     * @param after how long it was waited for
     */
    Outcome<RoleCall> brokenOff(RoleCall call, Duration after);

    /**
     * A call is waited for beyond its patience, as long again.
     *
     * @param after how long it was waited for so far
     */
    Outcome<RoleCall> goesOn(RoleCall call, Duration after);

    /**
     * The role mapper holds this word for certain.
     *
     * @return false when there is a newer one
     */
    Outcome<Boolean> settle(Word word);

    /**
     * A snapshot was accepted: what it takes away is taken away from now on, and from all words before it.
     *
     * @param token of the task that will carry it out in its turn
     * @return the word that is left, where it has to be carried out
     */
    Outcome<Optional<Word>> restrict(String component, String token, Wish snapshot);

    /** Words that the role mapper does not hold for certain, and whose next try is due. */
    Outcome<List<Word>> unsettled(int most);

    /** Snapshots that were accepted and whose taking away nobody has stored: what a crash leaves. */
    Outcome<List<Snapshot>> unheeded(int most);

    /** After the removal of a port; the answer is the component. */
    Outcome<String> forget(String component);

    /** A role and whose it is. */
    record RoleOf(String role, String component) {}

    /** @param call the newest one that writes its root fields */
    record UnsettledRole(RoleOf role, long call) {}

    /**
     * Who is to have access.
     *
     * @param asked by a snapshot
     * @param locked by the operator's decision, whatever a snapshot says
     */
    record Wish(People asked, People locked) {
        public People people() {
            return asked.and(locked);
        }
    }

    /**
     * The newest word on a port.
     *
     * @param version another number for each word
     * @param asked empty where it is not known who has access
     * @param locked empty where it is not known whom an earlier version has locked
     * @param ceiling whom the newest accepted snapshot names; empty where none was accepted
     */
    record Word(
            String component,
            long version,
            Optional<People> asked,
            Optional<People> locked,
            Optional<People> ceiling,
            boolean settled) {
        /** Everybody who is to have access; empty where that is not known. */
        public Optional<People> people() {
            return asked.map(people -> people.and(locked.orElse(People.NOBODY)));
        }
    }

    /**
     * A call of the role mapper.
     *
     * @param word what it carries out; empty for one that writes root fields
     * @param patience how long its answer is waited for
     * @param overtaken how long older calls that write something else may still be at work; zero when there is none
     */
    record RoleCall(long id, Optional<Word> word, Duration patience, Duration overtaken) {
        public boolean isLast() {
            return overtaken.isZero();
        }
    }

    /** @param request the order as its task keeps it */
    record Snapshot(String component, String token, String request) {}
}
