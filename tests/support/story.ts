import type { Role } from '@/src/domain/people/person'
import type { Finding } from '@/src/domain/kernel/decision'
import type { CreditPosition } from '@/src/questions/credit/creditPosition'

import type { ApiAnswer, TestApp } from './app'
import type { Born, Told } from './told'

export type Person = { id: number; token: string; email: string }
type LineInput = { item: number; qty: number; price?: number; [field: string]: unknown }

/** What a refused call said: its status and the codes, worst first. */
export const codesOf = (answer: ApiAnswer): string[] =>
  ((answer.body?.errors?.[0]?.data?.errors ?? []) as Finding[]).filter(({ severity }) => severity !== 'warning').map(({ code }) => code)

export const findingOf = (answer: ApiAnswer, code: string): Finding | undefined =>
  ((answer.body?.errors?.[0]?.data?.errors ?? answer.body?.findings ?? []) as Finding[]).find((finding) => finding.code === code)

/** Throws with what the server said when a step of a story that must work does not. */
export function done(answer: ApiAnswer): ApiAnswer['body'] {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body.doc ?? answer.body
}

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
    done(await api.post(`/${slug}`, { token: admin.token, body: data }))

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
  const call = (slug: string, id: number, name: string, body: Record<string, unknown> = {}, by: Person = boss): Promise<ApiAnswer> =>
    api.post(`/${slug}/${id}/${name}`, { token: by.token, body })
  const verb = async <Slug extends string>(
    slug: Slug,
    id: number,
    name: string,
    body: Record<string, unknown> = {},
    by: Person = boss,
  ): Promise<Told<Slug>> => done(await call(slug, id, name, body, by))
  const create = async <Slug extends string, Verb extends string>(
    slug: Slug,
    id: number,
    name: Verb,
    body: Record<string, unknown> = {},
    by: Person = boss,
  ): Promise<Told<Born<Slug, Verb>>> => {
    const answer = await call(slug, id, name, body, by)
    done(answer)
    const born: { slug: Born<Slug, Verb>; id: number } = answer.body.created
    return read(born.slug, born.id)
  }
  const read = async <Slug extends string>(slug: Slug, id: number, by: Person = boss): Promise<Told<Slug>> =>
    done(await api.get(`/${slug}/${id}?depth=0`, { token: by.token }))
  const tryOrder = (customerId: number, lines: LineInput[], by: Person = clerk, more: Record<string, unknown> = {}): Promise<ApiAnswer> =>
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
    const { rows }: { rows: Array<Record<string, number>> } = done(
      await api.get(`/availability?item=${itemId}&warehouse=${warehouseId}`, { token: boss.token }),
    )
    const sum = (field: string): number => rows.reduce((total, row) => Number((total + (row[field] ?? 0)).toFixed(4)), 0)
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
