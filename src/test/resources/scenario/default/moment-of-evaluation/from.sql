CREATE TABLE t (a date DEFAULT '2020-01-01', b timestamptz, c text DEFAULT ('now'::text)::date, d interval(3));
CREATE SEQUENCE s;
