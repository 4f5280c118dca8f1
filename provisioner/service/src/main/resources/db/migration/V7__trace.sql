-- The trace that a task belongs to, and the span of its last run: W3C traceparent and tracestate in one text.
alter table task add column if not exists trace text;
alter table task add column if not exists last_run text;
-- The span of the task that wants the change, and that of the write that served it.
alter table hasura_entry add column if not exists trace text;
alter table hasura_entry add column if not exists write_trace text;
