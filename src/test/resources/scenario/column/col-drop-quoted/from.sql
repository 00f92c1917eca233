CREATE TABLE "Acct" ("Id" int PRIMARY KEY, x int);
