CREATE TYPE e AS ENUM ('_','a','b','c','d');
CREATE TABLE t (id int primary key, e e default 'b', f e not null default 'd', check (e <> '_'));
CREATE INDEX i ON t (id) WHERE e = 'b';
