create table account (id bigint not null, primary key (id));
create table account_tags (account_id bigint not null, tags_order integer not null, tags varchar(255) not null, primary key (account_id, tags_order, tags));
insert into account values (1);
insert into account_tags values (1, 0, 'a'), (1, 1, 'a');
