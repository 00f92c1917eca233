CREATE TABLE fresh (id integer CONSTRAINT the_pk PRIMARY KEY, e varchar(10) CONSTRAINT the_uq UNIQUE);
CREATE INDEX the_ix ON fresh (e);
CREATE TYPE kind AS ENUM ('a');
