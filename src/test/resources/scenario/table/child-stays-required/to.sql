CREATE TABLE p (a int, b int);
CREATE TABLE c (a int NOT NULL, d int) INHERITS (p);
CREATE TABLE g (a int NOT NULL) INHERITS (c);
