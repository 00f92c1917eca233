CREATE TABLE p (a int CONSTRAINT a_positive CHECK (a > 0));
