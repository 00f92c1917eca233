CREATE TABLE acct (id int PRIMARY KEY, c timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'Asia/Tokyo'));
