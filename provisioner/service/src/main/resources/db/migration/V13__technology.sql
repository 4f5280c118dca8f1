-- Whose port it is. What "served" and "tried" hold is read by that technology only; all ports of earlier versions are Hasura's.
alter table port add column if not exists technology varchar(64) default 'hasura' not null;
-- Whose role a call writes; null in rows of an earlier version, which are over after a while.
alter table role_call add column if not exists component varchar(600);
