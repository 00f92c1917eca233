CREATE TABLE person (id bigint PRIMARY KEY);
CREATE TABLE company (id bigint PRIMARY KEY);
CREATE TABLE car (id bigint PRIMARY KEY, owner_id bigint REFERENCES company, seller_id bigint NOT NULL REFERENCES company);
CREATE TABLE usr (id bigint PRIMARY KEY);
CREATE TABLE grp (id bigint PRIMARY KEY);
CREATE TABLE usr_grp (a bigint REFERENCES grp, b bigint REFERENCES usr, PRIMARY KEY (a, b));
