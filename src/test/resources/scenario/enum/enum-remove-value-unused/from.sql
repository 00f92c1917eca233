CREATE TYPE mood AS ENUM ('1','2','3');
