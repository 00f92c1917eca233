CREATE TABLE "Acct" (id int PRIMARY KEY, "My_col" varchar(20) DEFAULT 'a');
