CREATE SEQUENCE t_seq INCREMENT BY 50;
SELECT nextval('t_seq'), nextval('t_seq');
