-- The place in the component's order; null for the arrival. A provision that ends a waiting one takes over its place.
alter table task add column if not exists turn bigint;
-- How many attempts never ended, since their process died in them.
alter table task add column if not exists interruptions int default 0 not null;
-- Whether it has begun to change another system: then what is half-done is put right before it ends.
alter table task add column if not exists touched boolean default false not null;
-- The problems with which it ends FAILED as soon as what is half-done is put right.
alter table task add column if not exists verdict text;
alter table task add column if not exists tidying_since timestamp with time zone;
