CREATE TABLE "Acct" (id int PRIMARY KEY, "Name" varchar(20) NOT NULL CHECK (length("Name") > 0));
CREATE INDEX "Acct_Name_Idx" ON "Acct" ("Name");
