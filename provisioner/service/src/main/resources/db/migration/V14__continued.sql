-- What is left to do for the port once it is written, as JSON, so that its task goes on there instead of from its beginning.
-- Null in rows of an earlier version, whose tasks start again.
alter table hasura_entry add column if not exists rest text;
