-- What the drift check compares with and has seen. A row of an older version has none of it and is not watched until its
-- port is carried out again. Component ids are as long here as in the table task.
alter table port alter column component set data type varchar(600);
-- The descriptor that was carried out last, and how the port then stood in Hasura (JSON, names only).
alter table port add column if not exists descriptor text;
alter table port add column if not exists served text;
alter table port add column if not exists deployed_at timestamp with time zone;
-- Counts how often the port was carried out or closed: what was seen of an earlier revision says nothing any more.
alter table port add column if not exists revision bigint default 0 not null;
alter table port add column if not exists seen_revision bigint default 0 not null;
alter table port add column if not exists drifted_since timestamp with time zone;
alter table port add column if not exists missing boolean default false not null;
alter table port add column if not exists role_missing boolean default false not null;
-- JSON arrays: in what it differs, and when it was repaired.
alter table port add column if not exists differences text;
alter table port add column if not exists repairs text;
alter table port add column if not exists alerted boolean default false not null;
