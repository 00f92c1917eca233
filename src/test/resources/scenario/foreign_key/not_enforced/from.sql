CREATE TABLE parent (id bigint PRIMARY KEY);
CREATE TABLE child (id bigint PRIMARY KEY, a bigint CONSTRAINT a REFERENCES parent, b bigint CONSTRAINT b REFERENCES parent NOT ENFORCED, c bigint);
