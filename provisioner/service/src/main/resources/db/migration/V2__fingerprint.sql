-- By which an equal request finds the task that it may join; null for work that is like no other.
alter table task add column if not exists fingerprint varchar(64);
