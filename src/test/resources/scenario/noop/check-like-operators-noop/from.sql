CREATE TABLE p (t text CHECK (t LIKE 'x%'), u text CHECK (u NOT LIKE 'y'));
