-- The newest call that writes the root fields of a port's role, and the one that is known to have left them as they are to be.
-- Where they differ and no task is at work, what a failed task left is still to be put right.
alter table port_access add column if not exists fields_role varchar(600);
alter table port_access add column if not exists fields_call bigint default 0 not null;
alter table port_access add column if not exists fields_settled bigint default 0 not null;
-- When that was last tried.
alter table port_access add column if not exists fields_looked timestamp with time zone;
