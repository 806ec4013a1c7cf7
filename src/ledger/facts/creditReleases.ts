import type { PayloadRequest } from 'payload'

import type { ReleasedAlarm } from '@/src/domain/credit/release'

import type { DocumentRef } from '../postings'
import { asJson, query, sql } from '../query'

export type LivingRelease = {
  id: number
  status: string
  amount: string
  version: number
  expiresAt: string | null
  alarms: ReleasedAlarm[]
  document: DocumentRef
}

/** Requests and releases of these documents that are open or given, newest first; the documents are locked. */
export async function livingReleases(req: PayloadRequest, documents: readonly DocumentRef[]): Promise<LivingRelease[]> {
  if (documents.length === 0) return []
  const rows = await query<Omit<LivingRelease, 'document'> & { slug: string; document: number }>(
    req,
    sql`select r.id, r.status::text as status, r.amount, r.document_version::int as version, coalesce(r.alarms, '[]'::jsonb) as alarms,
          to_char(r.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "expiresAt", r.document_slug::text as slug, r.document_id::int as document
        from credit_releases r join jsonb_to_recordset(${asJson(documents)}::jsonb) as k(slug text, id int)
          on r.document_slug::text = k.slug and r.document_id = k.id
        where r.status::text in ('open', 'released') order by r.id desc`,
  )
  return rows.map(({ slug, document, ...row }) => ({ ...row, document: { slug, id: document } }))
}

/** The document a release belongs to: it never changes, so it may be read before its lock. */
export async function documentOfRelease(req: PayloadRequest, release: number): Promise<DocumentRef | null> {
  const [row] = await query<DocumentRef>(
    req,
    sql`select document_slug::text as slug, document_id::int as id from credit_releases where id = ${release}`,
  )
  return row ?? null
}

/** The least and the largest excess of a request that nobody has released, whoever asks: not everybody may read them. Null: all are released. */
export async function openExcess(req: PayloadRequest, release: number): Promise<{ least: number; largest: number } | null> {
  const [row] = await query<{ least: number; largest: number }>(
    req,
    sql`select min((a.alarm ->> 'excess')::numeric)::float8 as least, max((a.alarm ->> 'excess')::numeric)::float8 as largest
        from credit_releases r cross join lateral jsonb_array_elements(coalesce(r.alarms, '[]'::jsonb)) as a(alarm)
        where r.id = ${release} and a.alarm ->> 'releasedBy' is null having count(*) > 0`,
  )
  return row ?? null
}

export type Approver = { id: number; name: string; email: string; language: 'zh' | 'en' }

/** Who may release an excess, smallest quota first, and the administrators, who can give that right. */
export async function approversFor({
  req,
  excess,
  except,
}: {
  req: PayloadRequest
  excess: number
  except: number | null
}): Promise<{ approvers: Approver[]; administrators: Approver[] }> {
  const rows = await query<Approver & { approver: boolean; administrator: boolean }>(
    req,
    sql`select * from (
          select u.id, coalesce(u.name, u.email) as name, u.email, case when u.language::text = 'en' then 'en' else 'zh' end as language, u.release_quota,
            coalesce(u.release_quota >= ${excess}::numeric and u.id <> coalesce(${except}::int, 0), false) as approver,
            exists (select 1 from users_roles r where r.parent_id = u.id and r.value::text = 'admin') as administrator
          from users u where not coalesce(u.disabled, false)) p
        where p.approver or p.administrator order by p.release_quota, p.id`,
  )
  return { approvers: rows.filter(({ approver }) => approver), administrators: rows.filter(({ administrator }) => administrator) }
}

const facetTables: Readonly<Record<string, string>> = { orders: 'orders', deliveries: 'deliveries', invoices: 'invoices' }

/** The credit facet of a document follows its release (ADR 0008); the document is locked. */
export async function markCredit({
  req,
  document,
  status,
}: {
  req: PayloadRequest
  document: DocumentRef
  status: 'alarmed' | 'released'
}): Promise<void> {
  const table = facetTables[document.slug]
  if (!table) throw new Error(`${document.slug} has no credit facet`)
  await query(
    req,
    sql`update ${sql.raw(table)} set credit_status = ${status}::${sql.raw(`enum_${table}_credit_status`)} where id = ${document.id}`,
  )
}
