/** What should have a job and has none: after a restore, or where one was lost in a way that nobody thought of. */
import { sql } from "kysely";
import type { Context } from "./context.ts";

/** Enqueues what is stranded; answers how much that was. */
export async function stranded(context: Context): Promise<number> {
  const { db, queue } = context;
  const documents = await sql<{ collection: string; document: string }>`
    select d.collection, coalesce(d.part_of, d.id) as document from document d
    where d.status in ('queued', 'reading') and not exists (
      select 1 from pgboss.job j where j.name = 'read' and j.state < 'completed'
        and j.singleton_key = d.collection || '/' || coalesce(d.part_of, d.id))`.execute(db);
  for (const task of documents.rows) await queue.read(db, task);
  const collections = await sql<{ collection: string }>`
    select c.id as collection from collection c
    where c.wanted > c.input and c.failure is null and not exists (
      select 1 from pgboss.job j where j.name = 'compare' and j.state < 'completed' and j.singleton_key = c.id)`.execute(
    db,
  );
  for (const task of collections.rows) await queue.compare(db, task);
  return documents.rows.length + collections.rows.length;
}
