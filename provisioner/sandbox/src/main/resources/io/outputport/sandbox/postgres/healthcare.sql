SET ROLE sandbox_owner;
CREATE SCHEMA healthcare;
COMMENT ON SCHEMA healthcare IS 'Data products of the healthcare domain';

CREATE TABLE healthcare.locations (
    location_key text PRIMARY KEY,
    name text NOT NULL,
    population bigint NOT NULL,
    area_km2 numeric(12, 3) NOT NULL,
    in_eurozone boolean NOT NULL
);
INSERT INTO healthcare.locations VALUES
    ('AT', 'Austria', 9104772, 83878.990, true),
    ('BE', 'Belgium', 11742796, 30689.000, true),
    ('CH', 'Switzerland', 8815385, 41285.000, false),
    ('DE', 'Germany', 84358845, 357592.000, true),
    ('ES', 'Spain', 48085361, 505990.000, true),
    ('FR', 'France', 68172977, 643801.000, true),
    ('IT', 'Italy', 58997201, 302073.000, true),
    ('NL', 'Netherlands', 17811291, 41850.000, true),
    ('PL', 'Poland', 36753736, 312696.000, false),
    ('PT', 'Portugal', 10516621, 92225.000, true);

CREATE TABLE healthcare.vaccinations_clean (
    date date NOT NULL,
    location_key text NOT NULL REFERENCES healthcare.locations,
    new_persons_vaccinated bigint,
    new_persons_fully_vaccinated bigint,
    new_vaccine_doses_administered bigint,
    cumulative_persons_vaccinated bigint,
    cumulative_persons_fully_vaccinated bigint,
    cumulative_vaccine_doses_administered bigint,
    PRIMARY KEY (date, location_key)
);
COMMENT ON TABLE healthcare.vaccinations_clean IS 'Vaccinations by day and place';
RESET ROLE;
INSERT INTO healthcare.vaccinations_clean SELECT * FROM pg_temp.vaccination_rows();
SET ROLE sandbox_owner;

CREATE VIEW healthcare.vaccinations_clean_view AS
    SELECT date, location_key, new_persons_vaccinated, new_persons_fully_vaccinated, new_vaccine_doses_administered,
           cumulative_persons_vaccinated, cumulative_persons_fully_vaccinated, cumulative_vaccine_doses_administered
    FROM healthcare.vaccinations_clean;
COMMENT ON VIEW healthcare.vaccinations_clean_view IS 'What the Vaccinations product offers';

CREATE MATERIALIZED VIEW healthcare.vaccinations_by_month AS
    SELECT date_trunc('month', date)::date AS month, location_key,
           sum(new_vaccine_doses_administered)::bigint AS doses
    FROM healthcare.vaccinations_clean GROUP BY 1, 2;

CREATE TABLE healthcare.vaccination_centers (
    id uuid PRIMARY KEY,
    location_key text NOT NULL REFERENCES healthcare.locations,
    name text NOT NULL,
    registration_number bigint NOT NULL UNIQUE,
    opened_at timestamp with time zone NOT NULL,
    opening_hours jsonb NOT NULL,
    active boolean NOT NULL,
    "total-capacity" integer
);
COMMENT ON COLUMN healthcare.vaccination_centers.registration_number IS 'Beyond what a JavaScript number can hold';
COMMENT ON COLUMN healthcare.vaccination_centers."total-capacity" IS 'A name that GraphQL forbids';
INSERT INTO healthcare.vaccination_centers
    SELECT md5('center ' || n)::uuid,
           (ARRAY['AT', 'BE', 'CH', 'DE', 'ES', 'FR', 'IT', 'NL', 'PL', 'PT'])[1 + n % 10],
           'Center ' || n,
           9007199254740993 + n,
           TIMESTAMPTZ '2021-01-04 08:00:00+01' + n * INTERVAL '36 hours',
           jsonb_build_object('weekdays', '08:00-18:00', 'sunday', n % 3 = 0, 'languages', jsonb_build_array('en', 'it')),
           n % 7 <> 0,
           CASE WHEN n % 5 = 0 THEN NULL ELSE 40 + n END
    FROM generate_series(1, 40) AS n;

-- The same view name in a second schema.
CREATE SCHEMA healthcare_archive;
CREATE VIEW healthcare_archive.vaccinations_clean_view AS
    SELECT * FROM healthcare.vaccinations_clean WHERE date < DATE '2021-02-01';
RESET ROLE;
