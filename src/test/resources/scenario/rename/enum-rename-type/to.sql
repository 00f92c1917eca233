CREATE TYPE ostatus AS ENUM ('p','s');
CREATE TABLE o (id int, st ostatus NOT NULL DEFAULT 'p');
