CREATE TABLE party (id bigint PRIMARY KEY);
CREATE TABLE person (id bigint PRIMARY KEY REFERENCES party);
CREATE TABLE profile (person_id bigint PRIMARY KEY REFERENCES person);
CREATE TABLE land (id bigint PRIMARY KEY);
CREATE TABLE car (id bigint PRIMARY KEY, owner_id bigint REFERENCES party, driver_id bigint REFERENCES person, land_id bigint REFERENCES land ON DELETE CASCADE);
