CREATE TABLE usr (id bigint PRIMARY KEY);
CREATE TABLE profile (user_id bigint PRIMARY KEY REFERENCES usr);
CREATE TABLE photo (id bigint PRIMARY KEY, profile_id bigint UNIQUE REFERENCES profile);
CREATE TABLE seat ("row" int, no int, PRIMARY KEY ("row", no));
CREATE TABLE seat_use (id int PRIMARY KEY, a int, b int, FOREIGN KEY (a, b) REFERENCES seat ("row", no));
CREATE TABLE m (id int PRIMARY KEY, code int NOT NULL UNIQUE, above int REFERENCES m (code));
CREATE UNIQUE INDEX m_above ON m (above);
