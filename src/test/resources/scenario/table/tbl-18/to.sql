CREATE TABLE public.a (x varchar(50));
