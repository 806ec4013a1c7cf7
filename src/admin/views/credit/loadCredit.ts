import { ask } from '../../request/ask'

type Figures = Record<string, number | string | null>

export type CreditCard = {
  payer: { id: number; name: string }
  position: {
    limit?: number | null
    limitUntil?: string | null
    free?: number | null
    status?: string
    hold: string
    exposure: number
    buckets: Record<'orders' | 'deliveries' | 'unauditedInvoices' | 'receivable', number>
    oldestOpen: { documentNo: string; dueDate: string; openAmount: number } | null
    findings: Array<{ message?: string; severity: string }>
  }
  ageing: { columns: Array<{ key: string; title: string; kind: string }>; totals: Figures } | null
  overdue: Figures[]
  alarmed: Array<{ id: number; no: string; date: string; grossTotal: number; creditStatus: string }>
  releases: Array<{ id: number; no: string; date: string; status: string; excess?: number | null }>
  ratings: Array<{ id: number; no: string; date: string; status: string; points: number; grade: string; proposedLimit?: number | null }>
}

/** One question to the server in the reader's language; null when it may not be asked or is not there. */
async function read<Answer>(path: string, language: string): Promise<Answer | null> {
  const answer = await ask<Answer>(`/api${path}`, { language })
  return answer.ok ? answer.body : null
}

const list = async <Row>(path: string, language: string): Promise<Row[]> => (await read<{ docs: Row[] }>(path, language))?.docs ?? []

type Asked = {
  id: number | string
  language: string
  /** Whether the person reads records of the kind: what he may not read is not asked for. */
  reads: (slug: string) => boolean
}

/** Everything of the credit tab, each part with the rights of the person; the credit is that of whoever pays the bills. */
export async function loadCredit({ id, language, reads }: Asked): Promise<CreditCard | null> {
  const customer = await read<{ id: number; name: string; billTo?: { id: number; name: string } | number | null }>(
    `/customers/${id}?depth=1`,
    language,
  )
  if (!customer) return null
  const payer = customer.billTo && typeof customer.billTo === 'object' ? customer.billTo : customer
  const of = `where[customer][equals]=${payer.id}&sort=-id&limit=10&depth=0`
  const [position, ageing, parts, alarmed, releases, ratings] = await Promise.all([
    read<CreditCard['position']>(`/credit/customers/${payer.id}`, language),
    read<NonNullable<CreditCard['ageing']>>(`/reports/receivables-ageing?customer=${payer.id}`, language),
    read<{ rows: Figures[] }>(`/reports/receivables-ageing?customer=${payer.id}&by=document`, language),
    list<CreditCard['alarmed'][number]>(`/orders?where[creditStatus][in]=alarmed,released&${of}`, language),
    reads('credit-releases') ? list<CreditCard['releases'][number]>(`/credit-releases?${of}`, language) : [],
    reads('credit-grades') ? list<CreditCard['ratings'][number]>(`/credit-grades?${of}`, language) : [],
  ])
  if (!position) return null
  const overdue = (parts?.rows ?? []).filter(({ daysLate }) => Number(daysLate ?? 0) > 0).slice(0, 10)
  return { payer, position, ageing, overdue, alarmed, releases, ratings }
}
