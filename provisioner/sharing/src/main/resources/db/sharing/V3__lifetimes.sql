-- For how long a token reads the share after it was made, and for how long addresses of its files are good. Shares of an
-- older server have the server's.
alter table share add column if not exists token_seconds bigint;
alter table share add column if not exists address_seconds bigint;
