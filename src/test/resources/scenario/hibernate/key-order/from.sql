create table customer_phones (customer_id bigint not null, phones_order integer not null, phones varchar(255), primary key (customer_id, phones_order));
