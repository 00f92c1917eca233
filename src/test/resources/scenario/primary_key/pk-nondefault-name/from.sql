CREATE TABLE acct (id int NOT NULL, k int NOT NULL, CONSTRAINT strange PRIMARY KEY (id));
