-- One row. Counted up with every change of who may read what, in its transaction, so that one look tells that nothing has
-- changed.
create table if not exists access_change (
    id integer primary key,
    version bigint not null
);
insert into access_change (id, version) select 1, 1 where not exists (select 1 from access_change);
