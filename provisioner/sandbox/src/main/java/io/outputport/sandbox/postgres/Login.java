package io.outputport.sandbox.postgres;

/** A role of the database and its password, which is no secret: it is the same in every sandbox. */
public record Login(String user, String password) {
    /** Owns every database and what is in it. */
    public static final Login OWNER = new Login("sandbox_owner", "sandbox-owner");

    /** May read everything and change nothing. */
    public static final Login READER = new Login("sandbox_reader", "sandbox-reader");
}
