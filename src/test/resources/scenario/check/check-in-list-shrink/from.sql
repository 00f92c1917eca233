CREATE TABLE p (st varchar(20) CHECK (st IN ('A','B','C')));
