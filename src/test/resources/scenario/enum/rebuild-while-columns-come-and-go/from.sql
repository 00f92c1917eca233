CREATE TYPE mood AS ENUM ('sad','ok','happy');
CREATE TABLE gone (m mood);
CREATE TABLE t (a mood DEFAULT 'ok', b mood DEFAULT 'sad', c text DEFAULT 'sad', d mood);
