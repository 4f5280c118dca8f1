-- The newest word on who is to have access to a port, stored before the role mapper is called: whatever writes access later
-- writes this. A snapshot that was accepted takes away at once, whatever of its component waits, and is the ceiling of all
-- that came before it.
create table if not exists port_access (
    component       varchar(600) primary key,
    -- Counts the words; the role mapper is known to hold the one that is settled.
    version         bigint default 0 not null,
    settled         bigint default 0 not null,
    -- JSON arrays of refs; null where it is not known who has access.
    asked           text,
    locked          text,
    ceiling         text,
    ceiling_arrival bigint default 0 not null,
    -- When to put it again, while it is not settled.
    next_try        timestamp with time zone
);
create index if not exists port_access_by_try on port_access (next_try);
-- What an earlier version has given; whom it had locked is not known.
insert into port_access (component, asked) select component, refs from port where refs is not null on conflict do nothing;

-- Calls of the role mapper that are at work, or may be: it goes on after the caller has hung up. A row whose call got its
-- answer is gone; any other counts until its time.
create table if not exists role_call (
    id       bigint generated always as identity primary key,
    role     varchar(600)             not null,
    -- PEOPLE or ROOT_FIELDS
    part     varchar(16)              not null,
    -- What it writes, as a hash: two that write the same do no harm to each other.
    content  varchar(64)              not null,
    patience bigint                   not null,
    over_by  timestamp with time zone not null
);
create index if not exists role_call_by_role on role_call (role, part);
