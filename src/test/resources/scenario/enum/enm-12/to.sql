CREATE TYPE feeling AS ENUM ('sad','ok','happy');
CREATE TABLE t (m feeling DEFAULT 'ok');
