CREATE TABLE "user" (other text);
