CREATE EXTENSION citext;
CREATE DOMAIN small AS varchar(10);
CREATE DOMAIN large AS varchar(20);
CREATE TYPE mood AS ENUM ('x');
CREATE TYPE pair AS (a integer, b text);
CREATE TYPE span AS RANGE (subtype = float8);
CREATE TABLE t (
    id bigint PRIMARY KEY,
    a numeric(12,4), b numeric(5), c timestamp(3), d timestamptz, e time(6), f varchar(20), g character(5), h bit(8), i bit varying,
    j interval day to second(2), k interval year to month, l bigint[], m varchar(9)[], n numeric(8,2)[], o jsonb, p uuid, q large, r text, s text, t text, u text, v text,
    w cidr, x float8, y citext, z text, aa large[], ab text[], ac text[], ad text
);
