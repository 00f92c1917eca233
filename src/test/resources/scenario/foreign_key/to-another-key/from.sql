CREATE TABLE usr (id bigint PRIMARY KEY);
CREATE TABLE profile (id bigint PRIMARY KEY, user_id bigint NOT NULL UNIQUE REFERENCES usr);
CREATE TABLE photo (id bigint PRIMARY KEY, profile_id bigint UNIQUE REFERENCES profile);
CREATE TABLE seat ("row" int, no int, PRIMARY KEY ("row", no));
CREATE TABLE seat_use (id int PRIMARY KEY, a int, b int, FOREIGN KEY (a, b) REFERENCES seat (no, "row"));
CREATE TABLE m (id int PRIMARY KEY, code int NOT NULL UNIQUE, above int REFERENCES m (id));
CREATE UNIQUE INDEX m_above ON m (above);
