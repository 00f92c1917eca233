CREATE TABLE old (id integer CONSTRAINT the_pk PRIMARY KEY, e varchar(10) CONSTRAINT the_uq UNIQUE);
CREATE INDEX the_ix ON old (e);
CREATE TABLE child (old_id integer REFERENCES old (id));
CREATE TABLE kind (x integer);
