CREATE TABLE a (id integer PRIMARY KEY, b integer);
CREATE TABLE b (id integer PRIMARY KEY, c integer);
CREATE TABLE c (id integer PRIMARY KEY, a integer REFERENCES a (id), d integer);
CREATE TABLE d (id integer PRIMARY KEY, c integer REFERENCES c (id));
ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b (id);
ALTER TABLE b ADD FOREIGN KEY (c) REFERENCES c (id);
ALTER TABLE c ADD FOREIGN KEY (d) REFERENCES d (id);
