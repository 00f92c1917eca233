create table account (id bigint not null, primary key (id));
create table account_tags (account_id bigint not null, tags_order integer not null, tags varchar(255), primary key (account_id, tags_order));
