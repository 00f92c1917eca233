CREATE TYPE st AS ENUM ('active','pending');
