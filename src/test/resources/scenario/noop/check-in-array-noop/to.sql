CREATE TABLE p (st varchar CHECK (st IN ('a','b')));
