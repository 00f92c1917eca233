CREATE TABLE p (id integer PRIMARY KEY, a integer, b integer, CONSTRAINT ab UNIQUE (a, b));
CREATE TABLE c (a integer, b integer, CONSTRAINT c_fk FOREIGN KEY (a, b) REFERENCES p (a, b));
