-- Each statement can run twice: H2 commits it by itself. What is called "…_key" is the name in lower case: names differ
-- by more than their case.
create table if not exists share (
    id uuid primary key,
    name varchar(255) not null,
    name_key varchar(255) not null,
    comment varchar(2000),
    version bigint not null,
    -- Of the snapshot of grants, which has its own ETag.
    grants_version bigint not null,
    created_at timestamp with time zone not null
);
create unique index if not exists share_name on share (name_key);

create table if not exists shared_table (
    id uuid primary key,
    share_id uuid not null references share (id) on delete cascade,
    schema_name varchar(255) not null,
    schema_key varchar(255) not null,
    name varchar(255) not null,
    name_key varchar(255) not null,
    storage varchar(64) not null,
    path varchar(2000) not null,
    history_shared boolean not null
);
create unique index if not exists shared_table_name on shared_table (share_id, schema_key, name_key);

create table if not exists recipient (
    id uuid primary key,
    name varchar(255) not null,
    name_key varchar(255) not null,
    kind varchar(16) not null,
    comment varchar(2000),
    -- A list of networks and an object of texts, as JSON.
    networks text not null,
    properties text not null,
    suspended boolean not null,
    version bigint not null,
    created_at timestamp with time zone not null
);
create unique index if not exists recipient_name on recipient (name_key);

create table if not exists share_grant (
    share_id uuid not null references share (id) on delete cascade,
    recipient_id uuid not null references recipient (id) on delete cascade,
    primary key (share_id, recipient_id)
);
create index if not exists share_grant_recipient on share_grant (recipient_id);

-- Of a token only its SHA-256 is kept; an identity of a provider has none, and its recipient may be known to it only.
create table if not exists credential (
    id uuid primary key,
    recipient_id uuid references recipient (id) on delete cascade,
    hash varchar(64),
    issued_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone
);
create unique index if not exists credential_hash on credential (hash);
create index if not exists credential_end on credential (expires_at);
create index if not exists credential_recipient on credential (recipient_id);

-- A link by which a token is made once; of its code only the SHA-256 is kept.
create table if not exists activation (
    id uuid primary key,
    recipient_id uuid not null references recipient (id) on delete cascade,
    hash varchar(64) not null,
    token_seconds bigint not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    consumed_at timestamp with time zone
);
create unique index if not exists activation_hash on activation (hash);
create index if not exists activation_recipient on activation (recipient_id);

-- Without references: what was done outlives what it was done to.
create table if not exists audit_event (
    id uuid primary key,
    at timestamp with time zone not null,
    action varchar(16) not null,
    actor varchar(255) not null,
    recipient_id uuid,
    credential_id uuid,
    address varchar(64) not null,
    client varchar(300) not null,
    trace varchar(64),
    share varchar(255),
    schema_name varchar(255),
    table_name varchar(255),
    detail varchar(2000),
    status integer not null,
    code varchar(64),
    millis bigint not null,
    format varchar(16),
    table_version bigint,
    files bigint,
    row_count bigint,
    bytes bigint
);
create index if not exists audit_event_at on audit_event (at);
