CREATE TABLE p (n int CHECK (n >= 0 AND n <= 100));
