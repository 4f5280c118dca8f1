-- What a component has open is found by both columns at once. With one index for each, PostgreSQL chose the one of the ends
-- where statistics were missing, and read the open tasks of all components for every request that came in.
create index if not exists task_by_component_and_end on task (component, finished_at);
drop index if exists task_by_component;
