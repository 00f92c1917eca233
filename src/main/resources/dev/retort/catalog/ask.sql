-- Lives in the session's temporary namespace until the transaction is rolled back. Each question and each group is undone in a subtransaction of its
-- own, so that one that fails takes nothing along and a thousand tables hold no more locks than one; variables survive the undoing.
create function pg_temp.retort_ask(
    preludes text[], setups text[], owners int[], statements text[], readings text[],
    out question int, out printed text, out failure text)
returns setof record
language plpgsql
as $retort$
declare
    wanted_path text := pg_catalog.current_setting('retort.search_path');
    prelude text;
    next_question int := 1;
begin
    foreach prelude in array preludes loop
        begin
            perform pg_catalog.set_config('search_path', wanted_path, true);
            execute prelude;
        exception when others then
            -- What needs it fails too, and says so.
            null;
        end;
    end loop;
    for owner in 1 .. pg_catalog.cardinality(setups) loop
        failure := null;
        begin
            perform pg_catalog.set_config('search_path', wanted_path, true);
            execute setups[owner];
            while owners[next_question] = owner loop
                printed := null;
                failure := null;
                begin
                    perform pg_catalog.set_config('search_path', wanted_path, true);
                    execute statements[next_question];
                    perform pg_catalog.set_config('search_path', '', true);
                    execute readings[next_question] into printed;
                    raise exception using errcode = 'RT000';
                exception
                    when sqlstate 'RT000' then null;
                    when others then failure := sqlerrm;
                end;
                question := next_question;
                next_question := next_question + 1;
                return next;
            end loop;
            raise exception using errcode = 'RT000';
        exception
            when sqlstate 'RT000' then null;
            when others then
                printed := null;
                failure := sqlerrm;
                while owners[next_question] = owner loop
                    question := next_question;
                    next_question := next_question + 1;
                    return next;
                end loop;
        end;
    end loop;
end
$retort$
