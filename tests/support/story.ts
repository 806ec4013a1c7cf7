import type { Role } from '@/src/domain/people/person'
import type { CreditPosition } from '@/src/questions/credit/creditPosition'

import type { Answered, Refused, Written } from './answers'
import type { ApiAnswer, TestApp } from './app'
import type { Born, Told, ToldFinding } from './told'

export type Person = { id: number; token: string; email: string }
type LineInput = { item: number; qty: number; price?: number; [field: string]: unknown }

/** What a refused call said: its status and the codes, worst first. */
export const codesOf = ({ body }: ApiAnswer): string[] =>
  refusedFor(body)
    .filter(({ severity }) => severity !== 'warning')
    .map(({ code }) => code)

export const findingOf = (answer: ApiAnswer | undefined, code: string): ToldFinding | undefined =>
  foundIn(answer?.body).find((finding) => finding.code === code)

/** What the house found, of a call that was refused. */
const refusedFor = (body: unknown): ToldFinding[] => (body as Partial<Refused> | undefined)?.errors?.[0]?.data?.errors ?? []

/** What the house found, of a call that was refused or only tried. */
const foundIn = (body: unknown): ToldFinding[] => {
  const refused = refusedFor(body)
  return refused.length > 0 ? refused : ((body as { findings?: ToldFinding[] } | undefined)?.findings ?? [])
}

/** What a step that must work brought: the record, where one is answered. */
type Outcome<Body> = Body extends Answered ? Answered : Body extends { doc: infer Doc } ? Doc : Body

/** The answer of a step of a story that must work; throws with what the server said when it does not. */
function worked<Body>({ status, body }: ApiAnswer<Body>): Body {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

export function done<Answer extends ApiAnswer>(answer: Answer): Outcome<Answer['body']> {
  const body = worked(answer) as Outcome<Answer['body']> & { doc?: Outcome<Answer['body']> }
  return body.doc ?? body
}

/** What a verb answers, of a kind that may be known only when the story runs. */
type Pressed<Slug extends string> = Refused & Written<Told<Slug>>

/**
 * The factory of the acceptance cases: customer C1, item I1 in PCS, warehouse W1, 0 % tax, unit price 100, availability in
 * control, credit not controlled, review and four eyes off. Everything is done through the real API.
 */
export async function openFactory(app: TestApp) {
  const { api, payload } = app
  let counter = 0
  const next = (): number => (counter += 1)
  const password = 'Rivet-2026-ok'

  const person = async (roles: Role[], rights: Record<string, unknown> = {}): Promise<Person> => {
    const email = `p${next()}@factory.example`
    const doc = await payload.create({
      collection: 'users',
      data: { email, password, name: email, roles, language: 'zh', ...rights },
      overrideAccess: true,
    })
    return { id: Number(doc.id), email, token: await api.login(email, password) }
  }
  const admin = await person(['admin'])
  const boss = await person(['generalManager', 'salesManager', 'sales', 'finance', 'warehouse'], {
    dataScope: 'all',
    editPrice: true,
    seeCost: true,
    seeMinimumPrice: true,
    seeCreditLimit: true,
  })
  const clerk = await person(['sales'], { editPrice: true })

  /** Settings that take two people are proposed by the administrator and confirmed by the boss. */
  const settings = async (slug: string, data: Record<string, unknown>): Promise<void> => {
    const answer = await api.post(`/globals/${slug}`, { token: admin.token, body: data })
    if (!codesOf(answer).includes('FOUR_EYES')) return void done(answer)
    const body = { kind: 'settings', area: slug, values: data, reason: '内控要求' }
    const { id } = done(await api.post('/house-changes', { token: admin.token, body }))
    await verb('house-changes', id, 'confirm')
  }
  await settings('order-settings', { reviewRequired: false, fourEyes: false })
  const master = async <Slug extends string>(slug: Slug, data: Record<string, unknown>): Promise<Told<Slug>> =>
    worked(await api.send<Pressed<Slug>>('POST', `/${slug}`, { token: admin.token, body: data })).doc

  const category = await master('customer-categories', { code: 'K', name: '服装厂' })
  const itemCategory = await master('item-categories', { code: 'IC', name: '铆钉' })
  const warehouse = await master('warehouses', { code: 'W1', name: '成品仓', kind: 'goods' })

  const customer = async (data: Record<string, unknown> = {}): Promise<Told<'customers'>> => {
    const n = next()
    return master('customers', {
      code: `C${n}`,
      name: `客户${n}`,
      category: category.id,
      salesperson: clerk.id,
      currency: 'CNY',
      taxMode: 'inclusive',
      ...data,
    })
  }
  const item = async (data: Record<string, unknown> = {}): Promise<Told<'items'>> => {
    const n = next()
    return master('items', {
      code: `I${n}`,
      name: `铆钉${n}`,
      category: itemCategory.id,
      kind: 'goods',
      unit: 'PCS',
      taxRate: 0,
      listPrice: 100,
      ...data,
    })
  }
  const receive = async (what: {
    item: number
    qty: number
    cost?: number
    warehouse?: number
    batchNo?: string
  }): Promise<Told<'stock-receipts'>> => {
    const receipt = done(
      await api.post('/stock-receipts', {
        token: boss.token,
        body: {
          kind: 'purchase',
          warehouse: what.warehouse ?? warehouse.id,
          lines: [{ item: what.item, qty: what.qty, cost: what.cost ?? 60, ...(what.batchNo ? { batchNo: what.batchNo } : {}) }],
        },
      }),
    )
    return verb('stock-receipts', receipt.id, 'post')
  }
  const call = <Slug extends string>(
    slug: Slug,
    id: number,
    name: string,
    body: Record<string, unknown> = {},
    by: Person = boss,
  ): Promise<ApiAnswer<Pressed<Slug>>> => api.send('POST', `/${slug}/${id}/${name}`, { token: by.token, body })
  const verb = async <Slug extends string>(
    slug: Slug,
    id: number,
    name: string,
    body: Record<string, unknown> = {},
    by: Person = boss,
  ): Promise<Told<Slug>> => worked(await call(slug, id, name, body, by)).doc
  const create = async <Slug extends string, Verb extends string>(
    slug: Slug,
    id: number,
    name: Verb,
    body: Record<string, unknown> = {},
    by: Person = boss,
  ): Promise<Told<Born<Slug, Verb>>> => {
    const { created } = worked(await call(slug, id, name, body, by))
    return read(created.slug as Born<Slug, Verb>, created.id)
  }
  const read = async <Slug extends string>(slug: Slug, id: number, by: Person = boss): Promise<Told<Slug>> =>
    worked(await api.send<Told<Slug>>('GET', `/${slug}/${id}?depth=0`, { token: by.token }))
  const tryOrder = (customerId: number, lines: LineInput[], by: Person = clerk, more: Record<string, unknown> = {}) =>
    api.post('/orders?depth=0', {
      token: by.token,
      body: { customer: customerId, ...more, lines: lines.map((line) => ({ warehouse: warehouse.id, ...line })) },
    })
  const order = async (
    customerId: number,
    lines: LineInput[],
    by: Person = clerk,
    more: Record<string, unknown> = {},
  ): Promise<Told<'orders'>> => done(await tryOrder(customerId, lines, by, more))
  const approvedOrder = async (customerId: number, lines: LineInput[], more: Record<string, unknown> = {}): Promise<Told<'orders'>> => {
    const created = await order(customerId, lines, clerk, more)
    await verb('orders', created.id, 'submit')
    await verb('orders', created.id, 'approve')
    return read('orders', created.id)
  }
  const stock = async (
    itemId: number,
    warehouseId: number = warehouse.id,
  ): Promise<{ onHand: number; reserved: number; available: number }> => {
    const { rows } = done(await api.get(`/availability?item=${itemId}&warehouse=${warehouseId}`, { token: boss.token }))
    const sum = (field: 'onHand' | 'reserved' | 'available'): number =>
      rows.reduce((total, row) => Number((total + Number(row[field])).toFixed(4)), 0)
    return { onHand: sum('onHand'), reserved: sum('reserved'), available: sum('available') }
  }
  const credit = async (customerId: number): Promise<CreditPosition> =>
    done(await api.get(`/credit/customers/${customerId}`, { token: boss.token }))
  return {
    api,
    payload,
    admin,
    boss,
    clerk,
    person,
    settings,
    master,
    category,
    itemCategory,
    warehouse,
    customer,
    item,
    receive,
    call,
    verb,
    create,
    read,
    tryOrder,
    order,
    approvedOrder,
    stock,
    credit,
  }
}

export type Factory = Awaited<ReturnType<typeof openFactory>>
