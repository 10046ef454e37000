create table goods (id int primary key, name varchar(20));
insert into goods values (1, 'lamp');
