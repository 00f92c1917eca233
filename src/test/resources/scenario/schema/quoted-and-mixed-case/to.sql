CREATE SCHEMA "Shop ""2""";
CREATE TABLE "Customer" ("Id" bigint PRIMARY KEY, "Name" text COLLATE "C");
CREATE TYPE "Shop ""2"""."Tier" AS ENUM ('Gold', 'it''s');
CREATE SEQUENCE "Shop ""2"""."Order_SEQ" INCREMENT 50;
CREATE TABLE "Shop ""2"""."Order" ("Id" bigint CONSTRAINT "PK_Order" PRIMARY KEY, "select" varchar(40) NOT NULL, "Größe" numeric(12,2) DEFAULT 0, "Tier" "Shop ""2"""."Tier", "CustomerId" bigint CONSTRAINT "FK_Order_Customer" REFERENCES "Customer", CONSTRAINT "Größe > 0" CHECK ("Größe" > 0));
CREATE UNIQUE INDEX "UX_Order" ON "Shop ""2"""."Order" (lower("select"));
COMMENT ON COLUMN "Customer"."Name" IS 'the customer''s';
CREATE TABLE customer (id bigint PRIMARY KEY);
