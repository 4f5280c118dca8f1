-- How many bytes a finished task keeps, so that they can be summed up without being read.
alter table task add column if not exists kept bigint default 0 not null;
update task set kept = 1000 + octet_length(request) + coalesce(octet_length(ending), 0) where finished_at is not null;
