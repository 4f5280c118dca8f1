-- One row to change.
create table mark (id int);
insert into mark values (0);
