-- Changes of Hasura's metadata that wait to be written together with others, of all replicas.
create table if not exists hasura_entry (
    component  varchar(600) primary key,
    arrival    bigint generated always as identity,
    -- What is wanted, as JSON.
    wanted     text not null,
    -- WAITING, WRITING, or SETTLED with a verdict that its task has not read yet.
    state      varchar(16) not null,
    -- Who writes it: a writer that is gone leaves it to the next holder of the lease.
    writer     varchar(64),
    -- What puts back the port's own entries, stored before the write; never a source's configuration.
    previous   text,
    verdict    text,
    settled_at timestamp with time zone
);
create index if not exists hasura_entry_by_state on hasura_entry (state, arrival);

-- Who may write to Hasura. One row; the database's own clock decides.
create table if not exists hasura_lease (
    id          int primary key,
    holder      varchar(64),
    expires     timestamp with time zone,
    -- The sources that were inconsistent before the write that is under way, as a JSON array.
    dead_before text
);
insert into hasura_lease (id) values (1) on conflict do nothing;

-- Since when a task waits for its turn, which counts neither as an attempt nor as time.
alter table task add column if not exists waiting_since timestamp with time zone;
