CREATE TABLE p (a int CHECK (a > 0));
