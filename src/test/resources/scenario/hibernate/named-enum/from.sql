create table thing (id bigint not null, kind varchar(255), primary key (id));
insert into thing values (1, 'ALPHA');
