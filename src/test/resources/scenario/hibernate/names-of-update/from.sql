create table customer (id bigint not null, email varchar(255), first_name varchar(255), last_name varchar(255), primary key (id));
alter table if exists customer drop constraint if exists UKdwk6cx0afu8bs9o4t536v1j5v;
alter table if exists customer add constraint UKdwk6cx0afu8bs9o4t536v1j5v unique (email);
alter table if exists customer add constraint UK8gho8q5pdjgtcf4uuvxaqdufq unique (last_name, first_name);
