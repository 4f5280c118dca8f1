-- The register of ports: what this service knows of an output port beyond its last task.
create table if not exists port (
    component varchar(255) primary key,
    -- Being removed, or not yet brought to life completely: the next provision treats it as new.
    closed    boolean not null,
    -- The refs of the last access snapshot as a JSON array; null when none was ever given through this service.
    refs      text
);
