CREATE TABLE p (id int NOT NULL, code varchar(10) CONSTRAINT code_said NOT NULL, n int NOT NULL);
CREATE TABLE c (PRIMARY KEY (id), code varchar(10) NOT NULL) INHERITS (p);
CREATE TABLE keyed (id int PRIMARY KEY, n int);
CREATE TABLE under (PRIMARY KEY (id)) INHERITS (keyed);
CREATE TABLE refers (id int REFERENCES keyed (id));
