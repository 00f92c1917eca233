CREATE TABLE party (id bigint PRIMARY KEY);
CREATE TABLE person (id bigint PRIMARY KEY REFERENCES party);
CREATE TABLE company (id bigint PRIMARY KEY);
CREATE TABLE car (id bigint PRIMARY KEY, company_id bigint REFERENCES company);
CREATE TABLE bike (id bigint PRIMARY KEY, party_id bigint REFERENCES party);
