CREATE TABLE "Order" ("Id" integer PRIMARY KEY, "user" varchar(20), "group" integer);
