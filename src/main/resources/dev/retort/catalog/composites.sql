-- Stand-alone types only: relkind c; a table has a row type of its own.
select t.oid,
       c.oid as relation,
       n.nspname as namespace,
       t.typname as name,
       a.attnum as number,
       a.attname as attribute,
       format_type(a.atttypid, a.atttypmod) as type
  from pg_class c
  join pg_type t on t.oid = c.reltype
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
 where c.relkind = 'c'
   and :scope
   and not exists (select from pg_depend e
                    where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
 order by t.oid, a.attnum
