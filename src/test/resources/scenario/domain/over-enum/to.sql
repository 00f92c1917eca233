CREATE TYPE e AS ENUM ('a');
CREATE DOMAIN d AS e;
CREATE TYPE c AS (x d, y e);
CREATE DOMAIN dd AS c;
CREATE TABLE t (x d, y c, z dd[]);
