CREATE SCHEMA s2;
SET search_path TO s2, public;
CREATE TABLE s2.parent (id integer PRIMARY KEY);
CREATE TABLE public.child (id integer PRIMARY KEY, parent_id integer CONSTRAINT fk REFERENCES s2.parent (id));
