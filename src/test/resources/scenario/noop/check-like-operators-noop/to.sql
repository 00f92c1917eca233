CREATE TABLE p (t text CHECK (t ~~ 'x%'), u text CHECK (u !~~ 'y'));
