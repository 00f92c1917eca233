CREATE TABLE acct (id int PRIMARY KEY, a int4, b int8, c float8, d bool, e varchar(10), f float4, g int2);
