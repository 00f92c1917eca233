CREATE SEQUENCE s INCREMENT BY 50;
CREATE TABLE a (id bigint DEFAULT nextval('s'));
CREATE TABLE b (id bigint DEFAULT nextval('s'));
