CREATE TYPE mood AS ENUM ('0','1','3');
