SET ROLE sandbox_owner;
CREATE SCHEMA campaigns;
CREATE TABLE campaigns.mailings (
    mailing_id integer PRIMARY KEY,
    subject text NOT NULL,
    sent_on date NOT NULL,
    opened double precision
);
INSERT INTO campaigns.mailings
    SELECT n, 'Newsletter ' || n, DATE '2026-01-05' + 7 * n, n % 50 / 50.0 FROM generate_series(1, 25) AS n;
CREATE VIEW campaigns.mailings_view AS SELECT subject, sent_on, opened FROM campaigns.mailings;
RESET ROLE;
