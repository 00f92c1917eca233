CREATE TYPE mood AS ENUM ('sad','ok','happy','ecstatic');
CREATE TABLE t (m mood[]);
