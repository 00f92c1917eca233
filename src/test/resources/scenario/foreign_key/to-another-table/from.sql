CREATE TABLE person (id bigint PRIMARY KEY);
CREATE TABLE company (id bigint PRIMARY KEY);
CREATE TABLE car (id bigint PRIMARY KEY, owner_id bigint REFERENCES person, seller_id bigint NOT NULL REFERENCES person);
CREATE TABLE usr (id bigint PRIMARY KEY);
CREATE TABLE grp (id bigint PRIMARY KEY);
CREATE TABLE usr_grp (a bigint REFERENCES usr, b bigint REFERENCES grp, PRIMARY KEY (a, b));
