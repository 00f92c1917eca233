CREATE SCHEMA "Shop ""2""";
CREATE TYPE "Shop ""2"""."Tier" AS ENUM ('Gold');
CREATE TABLE "Shop ""2"""."Order" ("Id" bigint CONSTRAINT "PK_Order" PRIMARY KEY, "select" text, "Größe" numeric(10,2));
CREATE TABLE "Customer" ("Id" bigint PRIMARY KEY);
CREATE TABLE customer (id bigint PRIMARY KEY);
