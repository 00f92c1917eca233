CREATE TYPE e AS ENUM ('x','y');
CREATE TYPE c AS (a int, b e);
CREATE TABLE t (id int, c c, cs c[], e e);
