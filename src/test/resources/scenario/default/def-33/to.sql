CREATE SCHEMA s2;
CREATE TABLE s2.account (id serial PRIMARY KEY);
CREATE TABLE s2.b (id serial PRIMARY KEY, a_id integer REFERENCES s2.account (id));
