CREATE TABLE "Acct" (x int);
