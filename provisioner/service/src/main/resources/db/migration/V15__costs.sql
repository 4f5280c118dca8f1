-- What builds and looks into sources cost this Hasura, as the sums that a fit over past writes needs. One row of all replicas.
create table if not exists hasura_cost (
    id          int primary key,
    build_build double precision not null,
    build_look  double precision not null,
    look_look   double precision not null,
    build       double precision not null,
    look        double precision not null
);
insert into hasura_cost values (1, 0, 0, 0, 0, 0) on conflict do nothing;
