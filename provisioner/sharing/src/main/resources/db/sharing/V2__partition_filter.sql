-- An object of texts, as JSON: which rows of the table may be read, by whom. Tables of an older server are shared whole.
alter table shared_table add column if not exists partition_filter text not null default '{}';
