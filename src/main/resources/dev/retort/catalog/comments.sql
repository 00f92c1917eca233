-- Objects made after initdb have oids from 16384 (FirstNormalObjectId) on; the namespace public has a lower one.
select d.classoid::regclass::text as catalog, d.objoid, d.objsubid, d.description
  from pg_description d
 where d.description <> ''
   and (d.objoid >= 16384 and d.classoid in
            ('pg_class'::regclass, 'pg_type'::regclass, 'pg_constraint'::regclass)
        or d.classoid = 'pg_namespace'::regclass)
