CREATE TABLE t (a date DEFAULT ('now'::text)::date, b timestamptz DEFAULT ('now'::text)::timestamp, c text, d interval(3) DEFAULT interval '1' month, e int DEFAULT nextval(('s'::text)::regclass));
CREATE SEQUENCE s;
