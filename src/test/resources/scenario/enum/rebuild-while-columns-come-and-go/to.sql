CREATE TYPE mood AS ENUM ('sad','happy');
CREATE TABLE fresh (m mood DEFAULT 'sad');
CREATE TABLE t (a text DEFAULT 'ok', b mood DEFAULT 'sad', c mood DEFAULT 'sad', e mood);
