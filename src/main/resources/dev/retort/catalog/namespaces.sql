select n.oid, n.nspname as name
  from pg_namespace n
 where :scope
   and not exists (select from pg_depend e
                    where e.classid = 'pg_namespace'::regclass and e.objid = n.oid and e.deptype = 'e')
