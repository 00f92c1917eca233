CREATE EXTENSION citext;
CREATE DOMAIN small AS varchar(10);
CREATE DOMAIN large AS varchar(20);
CREATE TYPE mood AS ENUM ('x');
CREATE TYPE pair AS (a integer, b text);
CREATE TYPE span AS RANGE (subtype = float8);
CREATE TABLE t (
    id bigint PRIMARY KEY,
    a numeric(10,2), b numeric, c timestamp(0), d timestamptz(3), e time(0), f varchar(10), g character(3), h bit(4), i bit varying(4),
    j interval, k interval(3), l integer[], m varchar(5)[], n numeric(6,0)[], o json, p text, q small, r mood, s pair, t citext, u int4range, v tsrange[],
    w inet, x float4, y text, z span, aa small[], ab mood[], ac pair[], ad uuid
);
