-- One text for H2 (in its PostgreSQL mode) and for PostgreSQL. Every statement may run twice: H2 commits each by itself, so
-- a process that dies in the middle leaves a part of them behind.

-- What db-scheduler knows: which task is due when, and who runs it. Its own layout, so that its SQL fits.
create table if not exists scheduled_tasks (
    task_name            varchar(100)             not null,
    task_instance        varchar(100)             not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            varchar(50),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index if not exists scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index if not exists scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

-- Accepted work and how it ended: kept beyond the life of its scheduled_tasks row, until its retention is over.
create table if not exists task (
    arrival     bigint generated always as identity primary key,
    token       uuid                     not null unique,
    operation   varchar(32)              not null,
    component   varchar(600)             not null,
    changes     boolean                  not null,
    request     text                     not null,
    accepted_at timestamp with time zone not null,
    state       varchar(16)              not null,
    attempt     int                      not null,
    started_at  timestamp with time zone,
    next_due    timestamp with time zone,
    finished_at timestamp with time zone,
    ending      text
);
create index if not exists task_by_component on task (component, arrival);
create index if not exists task_by_end on task (finished_at);

create table if not exists task_log (
    id       bigint generated always as identity primary key,
    token    uuid                     not null references task (token) on delete cascade,
    at       timestamp with time zone not null,
    severity varchar(16)              not null,
    phase    varchar(100)             not null,
    message  varchar(4200)            not null
);
create index if not exists task_log_by_token on task_log (token);

-- Who adds a changing task locks the row of its component's hash first. So the tasks of one component become visible
-- in the order of their arrival numbers, and nobody overlooks an older one that is not committed yet.
create table if not exists turnstile (
    bucket int primary key
);
insert into turnstile (bucket)
values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15),
       (16), (17), (18), (19), (20), (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31)
on conflict do nothing;
