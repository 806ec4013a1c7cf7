import type { PayloadRequest } from 'payload'

import { documentKinds } from '@/src/domain/kinds'

import { stillOpen } from './facts/stillOpen'
import type { CreditTarget } from './postings'
import { asJson, query, sql } from './query'

const idsOf = (ids: readonly number[]): ReturnType<typeof sql> =>
  sql`select k.id from jsonb_to_recordset(${asJson(ids.map((id) => ({ id })))}::jsonb) as k(id int)`

export type HandedCustomer = {
  id: number
  code: string
  name: string
  version: number
  salesperson: number | null
  department: number | null
}

/** The customers are held, ids ascending, as they are now. */
export const holdCustomers = (req: PayloadRequest, ids: readonly number[]): Promise<HandedCustomer[]> =>
  query<HandedCustomer>(
    req,
    sql`select id, code, name, coalesce(version, 1)::int as version, salesperson_id as salesperson, department_id as department from customers
        where id in (${idsOf(ids)}) order by id for update`,
  )

/** Another person is responsible for them; one statement for any number. */
export async function giveCustomers(
  req: PayloadRequest,
  ids: readonly number[],
  to: { salesperson: number; department: number | null },
): Promise<void> {
  await query(
    req,
    sql`update customers set salesperson_id = ${to.salesperson}, department_id = ${to.department}, version = coalesce(version, 1) + 1, updated_at = now()
        where id in (${idsOf(ids)})`,
  )
}

export type HandedDocument = {
  slug: 'orders' | 'quotes'
  id: number
  no: string
  version: number
  salesperson: number | null
  department: number | null
}

/** Open orders and quotes of the customers go along, with what is asked of their reviews and changes. */
export async function giveDocuments(
  req: PayloadRequest,
  customers: readonly number[],
  to: { salesperson: number; department: number | null },
): Promise<HandedDocument[]> {
  const moved: HandedDocument[] = []
  for (const slug of ['orders', 'quotes'] as const) {
    const rows = await query<HandedDocument>(
      req,
      sql`with his as (select id, salesperson_id, department_id from ${sql.raw(slug)} d where customer_id in (${idsOf(customers)}) and ${sql.raw(stillOpen(documentKinds[slug]))}
            and (salesperson_id is distinct from ${to.salesperson} or department_id is distinct from ${to.department}) order by id for update)
          update ${sql.raw(slug)} d set salesperson_id = ${to.salesperson}, department_id = ${to.department}, version = d.version + 1, updated_at = now()
          from his where d.id = his.id
          returning ${slug}::text as slug, d.id, d.no, d.version::int as version, his.salesperson_id as salesperson, his.department_id as department`,
    )
    moved.push(...rows)
  }
  const orders = moved.filter(({ slug }) => slug === 'orders').map(({ id }) => id)
  for (const table of ['order_reviews', 'order_changes'])
    await query(req, sql`update ${sql.raw(table)} set salesperson_id = ${to.salesperson} where order_id in (${idsOf(orders)})`)
  return moved
}

/** What these orders use of anybody's credit: of who pays, and of their salespeople and departments. */
export async function creditOfOrders(req: PayloadRequest, orders: readonly number[]): Promise<CreditTarget[]> {
  const rows = await query<{
    id: number
    line: string
    kind: CreditTarget['object']['kind']
    object: number
    bucket: CreditTarget['bucket']
    amount: string
  }>(
    req,
    sql`select source_id as id, source_line as line, object_kind as kind, object_id as object, bucket, sum(amount)::text as amount from credit_entries
        where source_slug = 'orders' and source_id in (${idsOf(orders)}) group by 1, 2, 3, 4, 5 having sum(amount) <> 0 order by 1, 2`,
  )
  return rows.map(({ id, line, kind, object, bucket, amount }): CreditTarget => ({
    source: { slug: 'orders', id },
    line,
    object: { kind, id: object },
    bucket,
    amount,
  }))
}

/** Open next steps of the customers, and of the documents that went along, are the successor's. */
export async function giveSteps(
  req: PayloadRequest,
  {
    customers,
    documents,
    from,
    to,
  }: { customers: readonly number[]; documents: readonly HandedDocument[]; from: readonly number[]; to: number },
): Promise<number> {
  const records = asJson([...customers.map((id) => ({ slug: 'customers', id })), ...documents.map(({ slug, id }) => ({ slug, id }))])
  const rows = await query<{ id: number }>(
    req,
    sql`update document_notes n set assignee_id = ${to}, updated_at = now() from jsonb_to_recordset(${records}::jsonb) as k(slug text, id int)
        where n.slug = k.slug and n.document_id = k.id and n.done_at is null and n.assignee_id in (${idsOf(from)}) returning n.id`,
  )
  return rows.length
}
