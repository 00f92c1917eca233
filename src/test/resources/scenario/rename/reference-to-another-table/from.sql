CREATE TABLE party (id bigint PRIMARY KEY);
CREATE TABLE person (id bigint PRIMARY KEY REFERENCES party);
CREATE TABLE company (id bigint PRIMARY KEY);
CREATE TABLE car (id bigint PRIMARY KEY, person_id bigint REFERENCES person);
CREATE TABLE bike (id bigint PRIMARY KEY, person_id bigint REFERENCES person);
