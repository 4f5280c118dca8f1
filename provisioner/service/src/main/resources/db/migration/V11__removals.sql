-- What a removal that has begun would take, so that one that fails before it has taken it is taken back: whom (a JSON array of
-- refs; null where that was not known), and at which revision of the port and version of its newest word it began.
alter table port add column if not exists kept text;
alter table port add column if not exists kept_revision bigint;
alter table port add column if not exists kept_version bigint;
-- Where the port may have been put since its last deployment, by provisions that did not get to their end: a JSON array of what
-- "served" holds.
alter table port add column if not exists tried text;
