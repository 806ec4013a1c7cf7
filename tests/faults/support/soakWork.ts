import { setTimeout as pause } from 'node:timers/promises'

import { demoPassword } from '@/src/demo/accounts'

/*
 * A working day in small: people of the demonstration factory who read, enter, press and look things up, each with a pause to think. Whatever the
 * house refuses in words is part of the day; what it does not answer, or answers without words, is not.
 */
export type Asked = { at: number; took: number; status: number; what: string; said: string }

/** What was acknowledged: read again when all is over. */
export type Kept = { slug: string; id: number; version: number }

type Answer = { status: number; body: Record<string, unknown> }
type Row = Record<string, unknown>
type Day = {
  ask: (method: string, path: string, body?: object) => Promise<Answer>
  pick: <T>(from: readonly T[]) => T | undefined
  chance: () => number
}

/** The same numbers for the same seed. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const rowsOf = ({ body }: Answer): Row[] => (Array.isArray(body['docs']) ? (body['docs'] as Row[]) : [])
const list = async ({ ask }: Day, slug: string, where = ''): Promise<Row[]> =>
  rowsOf(await ask('GET', `/${slug}?depth=0&limit=20&sort=-id${where}`))
const withStatus = (status: string): string => `&where[status][equals]=${status}`

/** Presses a verb of one of the newest documents of a kind that stand there. */
const press =
  (slug: string, status: string, verb: string, more: object = {}) =>
  async (day: Day): Promise<void> => {
    const found = day.pick(await list(day, slug, withStatus(status)))
    if (found) await day.ask('POST', `/${slug}/${String(found['id'])}/${verb}`, { version: found['version'], ...more })
  }

const look =
  (path: string) =>
  async ({ ask }: Day): Promise<void> =>
    void (await ask('GET', path))

async function enterOrder(day: Day, slug: 'orders' | 'quotes'): Promise<void> {
  const [customers, items] = [
    await list(day, 'customers'),
    await list(day, 'items', '&where[active][equals]=true&where[listPrice][greater_than]=0'),
  ]
  const customer = day.pick(customers)
  const lines = Array.from({ length: 1 + Math.floor(day.chance() * 12) }, () => ({
    item: day.pick(items)?.['id'],
    qty: 1 + Math.floor(day.chance() * 20),
  }))
  const { status, body } = await day.ask('POST', `/${slug}?depth=0`, { customer: customer?.['id'], lines })
  const made = body['doc'] as Row | undefined
  if (status >= 300 || !made) return
  if (day.chance() < 0.3) await day.ask('PATCH', `/${slug}/${String(made['id'])}?depth=0`, { version: made['version'], remark: '改一次' })
  else await day.ask('POST', `/${slug}/${String(made['id'])}/submit`, { version: made['version'] })
}

const make =
  (slug: string, status: string, verb: string) =>
  async (day: Day): Promise<void> => {
    const found = day.pick(await list(day, slug, withStatus(status)))
    if (found) await day.ask('POST', `/${slug}/${String(found['id'])}/${verb}`, {})
  }

const review = (department: string) => press('orders', 'inReview', 'review', { department, opinion: 'agree' })

const works: Readonly<Record<string, ReadonlyArray<(day: Day) => Promise<void>>>> = {
  sales: [
    (day) => enterOrder(day, 'orders'),
    (day) => enterOrder(day, 'orders'),
    (day) => enterOrder(day, 'quotes'),
    look('/orders?limit=50'),
    make('orders', 'approved', 'create-delivery'),
  ],
  manager: [
    review('sales'),
    press('orders', 'reviewed', 'approve'),
    press('quotes', 'submitted', 'approve'),
    look('/orders?limit=50&sort=-date'),
  ],
  pmc: [review('pmc'), look('/reports/unshipped-lines?format=json')],
  rd: [review('rd')],
  engineering: [review('engineering')],
  warehouse: [press('deliveries', 'draft', 'approve'), press('deliveries', 'approved', 'issue'), look('/stock-receipts?limit=20')],
  finance: [
    make('deliveries', 'issued', 'create-invoice'),
    press('invoices', 'draft', 'approve'),
    look('/reports/receivables-ageing?format=json'),
  ],
  gm: [
    press('orders', 'awaitingRuling', 'rule', { decision: 'accept', text: '同意' }),
    press('orders', 'reviewed', 'approve'),
    look('/reports/sales-analysis?format=json'),
    look('/reports/sales-analysis?format=xlsx'),
  ],
}

/** Which of the twenty does what. */
export const people = [
  'sales',
  'sales2',
  'sales',
  'sales2',
  'sales',
  'sales2',
  'sales',
  'manager',
  'manager',
  'pmc',
  'rd',
  'engineering',
  'warehouse',
  'warehouse',
  'warehouse',
  'finance',
  'finance2',
  'finance',
  'gm',
  'gm',
] as const

export type Shift = { address: string; until: () => boolean; think: number; tell: (asked: Asked) => void; keep: (kept: Kept) => void }

/** One person's day at one client, until it is over. */
export async function workAs(person: string, client: number, { address, until, think, tell, keep }: Shift): Promise<void> {
  const chance = chances(client + 1)
  let token = ''
  let turnedAway = false
  const ask: Day['ask'] = async (method, path, body) => {
    const [at, started] = [Date.now(), performance.now()]
    const answer = await fetch(`${address}/api${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch((error: Error) => error)
    const what = `${method} ${path.split('?')[0]?.replace(/\d+/g, ':id') ?? ''}`
    if (answer instanceof Error) {
      tell({ at, took: performance.now() - started, status: 0, what, said: String(answer.cause ?? answer) })
      return { status: 0, body: {} }
    }
    const json = answer.headers.get('content-type')?.includes('json') ?? false
    const told: unknown = json ? await answer.json() : (await answer.arrayBuffer()).byteLength
    if (answer.status === 401 || answer.status === 403) turnedAway = true
    const words = (told as { errors?: Array<{ message?: string }> } | null)?.errors?.[0]?.message ?? ''
    tell({ at, took: performance.now() - started, status: answer.status, what, said: words })
    const made = method !== 'GET' && answer.status < 300 ? (told as { doc?: Partial<Kept> }).doc : undefined
    const slug = path.split(/[/?]/)[1] ?? ''
    if (made?.id && made.version && slug !== 'users') keep({ slug, id: made.id, version: made.version })
    return { status: answer.status, body: typeof told === 'object' && told ? (told as Row) : {} }
  }
  /** A session may have ended, by the clock that jumped or by a log-in elsewhere: who is nobody any more logs in again. */
  const isNobody = async (): Promise<boolean> => {
    const { status, body } = await ask('GET', '/users/me')
    return status < 300 && !body['user']
  }
  const day: Day = { ask, chance, pick: (from) => from[Math.floor(chance() * from.length)] }
  const role = person.replace(/\d$/, '')
  while (!until()) {
    if (!token)
      token = String((await ask('POST', '/users/login', { email: `${person}@demo.example`, password: demoPassword })).body['token'] ?? '')
    else await day.pick(works[role] ?? [])?.(day)
    if (turnedAway && token && (await isNobody())) token = ''
    turnedAway = false
    await pause(think * 2 * chance())
  }
}
