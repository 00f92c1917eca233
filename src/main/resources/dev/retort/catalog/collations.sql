-- The collations that columns, index keys and domains name; a server has hundreds, a schema uses a few.
select l.oid, n.nspname as namespace, l.collname as name
  from pg_collation l
  join pg_namespace n on n.oid = l.collnamespace
 where l.oid in (select a.attcollation from pg_attribute a where a.attrelid >= 16384)
    or l.oid in (select t.typcollation from pg_type t where t.oid >= 16384)
