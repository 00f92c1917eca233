CREATE SCHEMA billing;
CREATE SCHEMA "Old Stock";
CREATE TYPE state AS ENUM ('A', 'B');
CREATE TYPE billing.state AS ENUM ('A', 'B');
CREATE TABLE item (id bigint PRIMARY KEY, s state);
CREATE TABLE billing.item (id bigint PRIMARY KEY, s billing.state, other bigint REFERENCES item);
CREATE TABLE "Old Stock".item (id serial PRIMARY KEY);
CREATE SEQUENCE billing.counter;
