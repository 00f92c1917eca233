-- castmethod i: through the text of the value; castcontext i: implicit. Others are extras.
select format_type(k.castsource, null) as source, format_type(k.casttarget, null) as target
  from pg_cast k
  join pg_type s on s.oid = k.castsource
  join pg_type t on t.oid = k.casttarget
  join pg_namespace n on n.oid in (s.typnamespace, t.typnamespace)
 where k.oid >= 16384
   and k.castmethod = 'i'
   and k.castcontext = 'i'
   and :scope
   and not exists (select from pg_depend e
                    where e.classid = 'pg_cast'::regclass and e.objid = k.oid and e.deptype = 'e')
