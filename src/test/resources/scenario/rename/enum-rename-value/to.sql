CREATE TYPE st AS ENUM ('active','waiting');
