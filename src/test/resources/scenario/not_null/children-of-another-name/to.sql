CREATE TABLE p (id bigint NOT NULL, code text CONSTRAINT code_said NOT NULL, n bigint NOT NULL);
CREATE TABLE c (PRIMARY KEY (id), code text NOT NULL) INHERITS (p);
CREATE TABLE keyed (id bigint PRIMARY KEY, n int);
CREATE TABLE under (PRIMARY KEY (id)) INHERITS (keyed);
CREATE TABLE refers (id bigint REFERENCES keyed (id));
