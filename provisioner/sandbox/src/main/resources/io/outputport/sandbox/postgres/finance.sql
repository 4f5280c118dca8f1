SET ROLE sandbox_owner;
CREATE SCHEMA finance;
COMMENT ON SCHEMA finance IS 'Data products of the finance domain';

CREATE TABLE finance.customers (
    customer_id uuid PRIMARY KEY,
    name text NOT NULL,
    country text NOT NULL,
    vip boolean NOT NULL,
    profile jsonb
);
INSERT INTO finance.customers
    SELECT md5('customer ' || n)::uuid,
           'Customer ' || n,
           (ARRAY['IT', 'DE', 'FR', 'ES'])[1 + n % 4],
           n % 9 = 0,
           CASE WHEN n % 6 = 0 THEN NULL ELSE jsonb_build_object('segment', 'S' || n % 3, 'since', 2010 + n % 12) END
    FROM generate_series(1, 60) AS n;

CREATE TABLE finance.invoices (
    invoice_id bigint PRIMARY KEY,
    customer_id uuid NOT NULL REFERENCES finance.customers,
    issued_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    paid boolean NOT NULL,
    "total-amount" numeric(14, 2) NOT NULL,
    currency text NOT NULL,
    lines jsonb NOT NULL
);
COMMENT ON TABLE finance.invoices IS 'Invoices that were sent';
COMMENT ON COLUMN finance.invoices.invoice_id IS 'Some are beyond what a JavaScript number can hold';
INSERT INTO finance.invoices
    SELECT CASE WHEN n <= 200 THEN n ELSE 9007199254740992 + n END,
           md5('customer ' || 1 + n % 60)::uuid,
           TIMESTAMPTZ '2026-01-01 09:30:00+00' + n * INTERVAL '5 hours',
           DATE '2026-01-31' + n % 90,
           n % 3 <> 0,
           (19.99 + n * 13.37)::numeric(14, 2),
           CASE WHEN n % 10 = 0 THEN 'CHF' ELSE 'EUR' END,
           jsonb_build_array(jsonb_build_object('article', 'A-' || n % 25, 'pieces', 1 + n % 4))
    FROM generate_series(1, 300) AS n;

CREATE VIEW finance.open_invoices AS
    SELECT invoice_id, customer_id, due_on, "total-amount", currency FROM finance.invoices WHERE NOT paid;
CREATE VIEW finance.invoices_by_country AS
    SELECT country, count(*) AS invoices, sum("total-amount") AS total
    FROM finance.invoices JOIN finance.customers USING (customer_id) GROUP BY country;
RESET ROLE;
