CREATE TABLE acct (id int PRIMARY KEY, name varchar(255) NOT NULL DEFAULT '', made_at timestamp DEFAULT CURRENT_TIMESTAMP);
