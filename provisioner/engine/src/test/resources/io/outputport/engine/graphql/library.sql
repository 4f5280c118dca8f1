CREATE TABLE author (
    id int4 PRIMARY KEY,
    name text NOT NULL,
    city text,
    born date
);
INSERT INTO author VALUES
    (1, 'Ada', 'London', '1815-12-10'),
    (2, 'Blaise', 'Paris', '1623-06-19'),
    (3, 'Carl', NULL, '1777-04-30'),
    (4, 'O''Neill "Q" \ ?', 'London', NULL);

CREATE SCHEMA shop;
CREATE TABLE shop.book (
    id int8 PRIMARY KEY,
    author_id int4 NOT NULL REFERENCES author,
    title text NOT NULL,
    price numeric(12, 2),
    pages int4 NOT NULL,
    in_print bool NOT NULL
);
INSERT INTO shop.book VALUES
    (9007199254740993, 1, 'Notes', 10.50, 60, true),
    (2, 1, 'Letters', 20.00, 200, false),
    (3, 2, 'Thoughts', NULL, 350, true),
    (4, 3, 'Numbers', 99.99, 500, true);
CREATE VIEW shop.cheap AS SELECT id, title FROM shop.book WHERE price < 15;

CREATE TABLE line (
    order_no int4,
    position int4,
    item text,
    PRIMARY KEY (order_no, position)
);
INSERT INTO line VALUES (1, 1, 'pen'), (1, 2, 'ink'), (2, 1, 'paper');

CREATE TABLE every_type (
    id int4 PRIMARY KEY,
    big int8,
    small int2,
    exact numeric,
    real4 float4,
    real8 float8,
    flag bool,
    word varchar(20),
    day date,
    moment timestamptz,
    local timestamp,
    clock time,
    doc jsonb,
    raw json,
    key uuid,
    tags text[]
);
INSERT INTO every_type VALUES
    (1, 9223372036854775807, 7, 12345678901234567890.1200, 1.5, 0.1, true, 'one', '2021-02-03',
     '2021-02-03 04:05:06.7+00', '2021-02-03 04:05:06', '04:05:06', '{"a": {"b": [1, 2.50]}, "c": null}', '{"z":1,"a":2}',
     '6f1c5c5e-0000-4000-8000-00000000000a', '{x,y}'),
    (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

CREATE TABLE secret (id int4 PRIMARY KEY, word text);
INSERT INTO secret VALUES (1, 'hidden');
