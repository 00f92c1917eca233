CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE address AS (street varchar(40), no integer, mood mood);
CREATE DOMAIN email AS varchar(120) CHECK (VALUE LIKE '%@%.%');
CREATE DOMAIN plus AS integer CHECK (VALUE > 0 AND VALUE < 100);
CREATE SCHEMA "Other Schema";
CREATE TABLE every_type (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    c01 smallint NOT NULL, c02 integer NOT NULL, c03 numeric NOT NULL, c04 numeric(5,4) NOT NULL, c05 numeric(2,2) NOT NULL,
    c06 real NOT NULL, c07 double precision NOT NULL, c08 money NOT NULL, c09 boolean NOT NULL, c10 char(3) NOT NULL,
    c11 varchar(2) NOT NULL, c12 text NOT NULL, c13 date NOT NULL, c14 time(3) NOT NULL, c15 timetz NOT NULL,
    c16 timestamp(3) NOT NULL, c17 timestamptz NOT NULL, c18 interval year to month NOT NULL, c19 uuid NOT NULL, c20 bytea NOT NULL,
    c21 json NOT NULL, c22 jsonb NOT NULL, c23 inet NOT NULL, c24 cidr NOT NULL, c25 macaddr NOT NULL, c26 macaddr8 NOT NULL,
    c27 bit(5) NOT NULL, c28 varbit(3) NOT NULL, c29 point NOT NULL, c30 line NOT NULL, c31 lseg NOT NULL, c32 box NOT NULL,
    c33 path NOT NULL, c34 polygon NOT NULL, c35 circle NOT NULL, c36 tsvector NOT NULL, c37 tsquery NOT NULL, c38 int4range NOT NULL,
    c39 tstzrange NOT NULL, c40 datemultirange NOT NULL, c41 pg_lsn NOT NULL, c42 mood NOT NULL, c43 mood[] NOT NULL,
    c44 address NOT NULL, c45 address[] NOT NULL, c46 text[] NOT NULL, c47 integer[] NOT NULL, c48 email NOT NULL, c49 plus NOT NULL,
    c50 name NOT NULL, c51 "char" NOT NULL, c52 oid NOT NULL, c53 xml NOT NULL, c54 jsonb[] NOT NULL,
    doubled integer GENERATED ALWAYS AS (c02 * 2) STORED);
CREATE TABLE checked (
    id integer PRIMARY KEY,
    status varchar(20) NOT NULL CHECK (status IN ('OPEN', 'CLOSED', 'it''s')),
    level smallint NOT NULL CHECK (level BETWEEN 0 AND 3),
    price numeric(10,2) NOT NULL CHECK (price > 0 AND price <= 99.99),
    code varchar(8) NOT NULL CHECK (length(code) = 6),
    mail text NOT NULL CHECK (mail ~ '^[a-z]+@[a-z]+\.[a-z]+$'),
    starts date NOT NULL, ends date NOT NULL, CHECK (starts < ends OR starts IS NULL),
    kind text NOT NULL, extra text, CHECK (kind <> 'A' OR extra IS NOT NULL), CHECK (kind = ANY (ARRAY['A'::text, 'B'::text])),
    doc jsonb NOT NULL DEFAULT '{"a": 1}' CHECK (doc ? 'a'));
CREATE TABLE flag (it boolean UNIQUE NOT NULL);
CREATE TABLE nothing ();
CREATE TABLE "Other Schema"."Weird ""name""" ("the key" uuid PRIMARY KEY, parent uuid REFERENCES "Other Schema"."Weird ""name""");
CREATE TABLE self_required (id integer PRIMARY KEY, parent integer NOT NULL REFERENCES self_required);
CREATE TABLE egg (id integer PRIMARY KEY, hen integer NOT NULL);
CREATE TABLE hen (id integer PRIMARY KEY, egg integer NOT NULL REFERENCES egg);
ALTER TABLE egg ADD FOREIGN KEY (hen) REFERENCES hen;
CREATE TABLE left_side (id integer PRIMARY KEY, "right" integer);
CREATE TABLE right_side (id integer PRIMARY KEY, "left" integer NOT NULL UNIQUE REFERENCES left_side DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE left_side ADD FOREIGN KEY ("right") REFERENCES right_side;
CREATE TABLE line (egg integer REFERENCES egg, no integer, mood mood, note text NOT NULL, PRIMARY KEY (egg, no), UNIQUE (note));
CREATE TABLE line_note (egg integer, no integer, text text, FOREIGN KEY (egg, no) REFERENCES line);
CREATE TABLE impossible (id integer NOT NULL CHECK (id < 0 AND id > 0));
CREATE TABLE below_impossible (id integer PRIMARY KEY, room tsrange NOT NULL, EXCLUDE USING gist (room WITH &&));
