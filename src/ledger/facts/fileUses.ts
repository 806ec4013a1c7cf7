import type { PayloadRequest } from 'payload'

import { asJson, query, readOnce, sql } from '../query'

export type FileKind = 'drawings' | 'pictures'
export type FileRef = { kind: FileKind; id: number }

/** Whose a document is, as its files need to know it. `owned` false: everybody who may read such documents at all may read it. */
export type DocumentOwners = {
  owned: boolean
  salesperson: number | null
  department: number | null
  preparedBy: number | null
  warehouses: readonly number[]
}

type Using = { document: string; id: number; part: string }

/** How far a person sees, for `visibleFiles`: himself, the department he may look into, the warehouses he is limited to. */
export type Reach = {
  all: boolean
  person: number
  department: number | null
  warehouses: readonly number[] | null
  /** Kinds of documents this person may read at all. */
  documents: readonly string[]
}

/** Which files of this kind were attached to the document before, and are not any more. */
async function detach(req: PayloadRequest, using: Using, files: readonly FileRef[]): Promise<FileRef[]> {
  return query<FileRef>(
    req,
    sql`delete from file_uses u where u.document = ${using.document} and u.document_id = ${using.id} and u.part = ${using.part}
          and not exists (select 1 from jsonb_to_recordset(${asJson(files)}::jsonb) as f(kind text, id int)
            where f.kind = u.kind and f.id = u.file_id)
        returning kind, file_id as id`,
  )
}

/**
 * The files of a document (of one part of it) become exactly these; a file without any document left is again only its uploader's.
 * A file that belongs to no customer becomes that of the document's.
 */
export async function keepFileUses({
  req,
  using,
  files,
  owners,
  customer,
}: {
  req: PayloadRequest
  using: Using
  files: readonly FileRef[]
  owners: DocumentOwners
  customer: number | null
}): Promise<void> {
  const gone = await detach(req, using, files)
  if (files.length > 0)
    await query(
      req,
      sql`insert into file_uses (kind, file_id, document, document_id, part, owned, salesperson_id, department_id, prepared_by_id, warehouse_ids)
          select f.kind, f.id, ${using.document}, ${using.id}, ${using.part}, ${owners.owned}, ${owners.salesperson}::int, ${owners.department}::int,
            ${owners.preparedBy}::int, ${`{${owners.warehouses.join(',')}}`}::int[]
          from jsonb_to_recordset(${asJson(files)}::jsonb) as f(kind text, id int)
          on conflict (kind, file_id, document, document_id, part) do nothing`,
    )
  for (const kind of ['drawings', 'pictures'] as const) {
    const ids = [...files, ...gone].filter((file) => file.kind === kind).map(({ id }) => ({ id }))
    if (ids.length === 0) continue
    await query(
      req,
      sql`update ${sql.raw(kind)} f set
            used = exists (select 1 from file_uses u where u.kind = ${kind} and u.file_id = f.id),
            customer_id = coalesce(f.customer_id, ${customer}::int)
          where f.id in (select k.id from jsonb_to_recordset(${asJson(ids)}::jsonb) as k(id int))`,
    )
  }
}

/** A document has changed hands: its files follow. */
export async function moveFileUses({
  req,
  document,
  id,
  owners,
}: {
  req: PayloadRequest
  document: string
  id: number
  owners: DocumentOwners
}): Promise<void> {
  await query(
    req,
    sql`update file_uses set salesperson_id = ${owners.salesperson}::int, department_id = ${owners.department}::int,
          prepared_by_id = ${owners.preparedBy}::int, warehouse_ids = ${`{${owners.warehouses.join(',')}}`}::int[]
        where document = ${document} and document_id = ${id}`,
  )
}

/**
 * The files a person sees through documents. One who sees all rows is told what he does **not** see, which is short (files of
 * documents his roles do not read); anybody else is told what he sees.
 */
export async function visibleFiles(req: PayloadRequest, kind: FileKind, reach: Reach): Promise<{ only: number[] } | { except: number[] }> {
  const documents = asJson(reach.documents.map((name) => ({ name })))
  const warehouses = reach.warehouses === null ? null : `{${reach.warehouses.join(',')}}`
  const readable = sql`u.document in (select k.name from jsonb_to_recordset(${documents}::jsonb) as k(name text))
      and (${reach.all} or not u.owned or u.salesperson_id = ${reach.person} or u.prepared_by_id = ${reach.person}
        or u.department_id = ${reach.department}::int)
      and (${warehouses}::int[] is null or u.warehouse_ids = '{}' or u.warehouse_ids && ${warehouses}::int[])`
  const rows = await readOnce<{ id: number }>(
    req,
    reach.all
      ? sql`select u.file_id as id from file_uses u where u.kind = ${kind} group by u.file_id having not bool_or(${readable})`
      : sql`select distinct u.file_id as id from file_uses u where u.kind = ${kind} and ${readable}`,
  )
  const ids = rows.map(({ id }) => id)
  return reach.all ? { except: ids } : { only: ids }
}

/** How many documents of each kind have the file attached. */
export const usesOfFile = (req: PayloadRequest, { kind, id }: FileRef): Promise<Array<{ slug: string; count: number }>> =>
  readOnce(
    req,
    sql`select document as slug, count(distinct document_id)::int as count from file_uses
        where kind = ${kind} and file_id = ${id} group by document order by document`,
  )
