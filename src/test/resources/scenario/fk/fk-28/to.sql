CREATE SCHEMA s2;
CREATE TABLE s2.parent (id integer PRIMARY KEY);
CREATE TABLE child (id integer PRIMARY KEY, parent_id integer CONSTRAINT fk REFERENCES s2.parent (id));
