CREATE TABLE acct (id int PRIMARY KEY, made timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'utc'));
