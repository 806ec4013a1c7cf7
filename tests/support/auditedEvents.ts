// More than 200 lines: one table of everything that leaves a line on record, each with the act by which it happens.

import { Secret, TOTP } from 'otpauth'

import { accountDoors } from './accountDoors'
import { ok, refused } from './answeredWith'
import type { TestApp } from './app'
import { address, fromOnePlace } from './fromOnePlace'
import { type OutsideProvider, startWithProvider } from './startProvider'
import { done, type Factory, openFactory, type Person } from './story'

let app: TestApp
let f: Factory
let provider: OutsideProvider
let drawer: Person
const password = 'Rivet-2026-ok'
const { rowsOf, mailsTo } = accountDoors(() => app)

/** The house in which everything happens. */
export async function openHouse(): Promise<{ app: TestApp; f: Factory; close: () => Promise<void> }> {
  const started = await startWithProvider()
  ;({ app, provider } = started)
  fromOnePlace(app.api)
  f = await openFactory(app)
  drawer = await f.person(['engineering'])
  await f.settings('availability-settings', { mode: 'off' })
  await f.settings('pricing-settings', { minimumPriceMode: 'release', minimumPriceMoment: 'save' })
  return { app, f, close: started.close }
}

/** Who did it, about what, and what one reads of it in Chinese besides, where there is more to tell. */
type Done = { by: Person | null; of?: { id: number | string }; told?: RegExp }
type Act = () => Promise<Done>

const post = (path: string, body: object, by?: Person) =>
  app.api.send<Record<string, never>>('POST', path, { body, ...(by ? { token: by.token } : {}) })
const get = (path: string, by?: Person) => app.api.get(path, by ? { token: by.token } : {})
const jobs = async (): Promise<void> => {
  const { runDueJobs } = await import('./runDueJobs')
  await runDueJobs(app)
}
const item = async () => (await f.item({ availabilityMode: 'off' })).id
const draft = async () => f.order((await f.customer()).id, [{ item: await item(), qty: 2 }])
const file = (text: string, name: string, more: object | null = null): FormData => {
  const form = new FormData()
  form.set('file', new Blob([text]), name)
  if (more) form.set('_payload', JSON.stringify(more))
  return form
}
const upload = (path: string, form: FormData, by: Person) => app.api.post(path, { token: by.token, body: form })
const quote = async () => {
  const { id } = await f.customer({ contacts: [{ name: '王', email: 'wang@buyer.example', main: true }], language: 'zh' })
  const made = done(
    await app.api.post('/quotes?depth=0', { token: f.clerk.token, body: { customer: id, lines: [{ item: await item(), qty: 3 }] } }),
  )
  for (const verb of ['submit', 'approve']) await f.verb('quotes', made.id, verb)
  return made
}
/** A price that an approved adjustment has put among the policies, for a day to come. */
const adjusted = async (): Promise<{ id: number; adjustment: number }> => {
  const body = { effectiveFrom: '2099-01-01', lines: [{ item: await item(), newPrice: 46 }] }
  const { id } = done(await app.api.post('/price-adjustments?depth=0', { token: f.clerk.token, body }))
  for (const verb of ['submit', 'approve']) await f.verb('price-adjustments', id, verb)
  const [policy] = await rowsOf<{ id: number }>('select id from price_policies where adjustment_id = $1', [id])
  return { id: policy?.id ?? 0, adjustment: id }
}
/** An order that is delivered and billed, and so closed. */
const billed = async () => {
  const order = await f.approvedOrder((await f.customer()).id, [{ item: await item(), qty: 1 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  return { order, invoice }
}
const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
async function withFactor() {
  const one = await f.person(['sales'])
  const begun = done(await post('/users/second-factor/begin', { currentPassword: password }, one)) as unknown as { secret: string }
  const { codes } = done(await post('/users/second-factor/confirm', { code: codeOf(begun.secret) }, one)) as unknown as { codes: string[] }
  await rowsOf('update account_factors set last_step = null where user_id = $1', [one.id])
  return { one, codes, code: () => codeOf(begun.secret) }
}
const keyOf = async (one: Person) => done(await post('/users/api-keys', { name: 'ERP', days: 30, currentPassword: password }, one)) as unknown as { key: string; id: number } // prettier-ignore
const login = (email: string, word = password, more: object = {}) => post('/users/login', { email, password: word, ...more })
const user = async (data: object) => done(await app.api.post('/users', { token: f.admin.token, body: { name: '新人', roles: ['sales'], language: 'zh', password, ...data } })) // prettier-ignore
const webhook = async () =>
  done(await app.api.post('/webhooks', { token: f.admin.token, body: { name: 'ERP', kind: 'webhook', address: 'https://8.8.8.8/x', newSecret: 'a secret of sixteen', events: ['orders.submit'] } })) // prettier-ignore
const signIn = async (name: string) => {
  const begun = await get('/users/oidc/start')
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? ''
  const back = await provider.signIn(begun.headers.get('location') ?? '', name)
  return app.api.get(`/users/oidc/callback${back.search}`, { headers: { cookie } })
}
const handed = async (path: string, body: object, of: { id: number }): Promise<Done> => {
  await ok(post(path, body, f.boss))
  return { by: f.boss, of }
}

/** Every event that is to be on record → kind and doing of its line → the act by which it happens, through the real API. */
// prettier-ignore
export const auditedEvents: ReadonlyArray<[event: string, line: `${string} ${string}`, act: Act]> = [
  ['a document entered', 'orders create', async () => ({ by: f.clerk, of: await draft(), told: /客户/ })],
  ['a document saved', 'orders save', async () => {
    const order = await draft()
    await ok(app.api.patch(`/orders/${order.id}`, { token: f.clerk.token, body: { remark: '加急' } }))
    return { by: f.clerk, of: order, told: /备注.*加急/ }
  }],
  ['a document approved', 'orders approve', async () => {
    const order = await draft()
    await f.verb('orders', order.id, 'submit')
    await f.verb('orders', order.id, 'approve')
    return { by: f.boss, of: order, told: /状态/ }
  }],
  ['a draft done away with', 'orders cancel', async () => {
    const order = await draft()
    await ok(f.call('orders', order.id, 'cancel', { reason: '录错' }, f.clerk))
    return { by: f.clerk, of: order, told: /录错/ }
  }],
  ['an order closed by the books', 'orders close', async () => ({ by: f.boss, of: (await billed()).order, told: /状态: 已审核 → 已关闭/ })],
  ['an order opened by them again', 'orders reopen', async () => {
    const { order, invoice } = await billed()
    await f.verb('invoices', invoice.id, 'unapprove', { reason: '开错' })
    return { by: f.boss, of: order, told: /状态: 已关闭 → 已审核/ }
  }],
  ['an order short-closed', 'orders short-close', async () => {
    const order = await f.approvedOrder((await f.customer()).id, [{ item: await item(), qty: 1 }])
    await f.verb('orders', order.id, 'short-close', { reason: '不再要货' })
    return { by: f.boss, of: order, told: /不再要货/ }
  }],
  ['what a cancelled order gives back', 'quotes restore-open', async () => {
    const made = await quote()
    const order = await f.create('quotes', made.id, 'create-order')
    await f.verb('orders', order.id, 'cancel', { reason: '客户取消' })
    return { by: f.boss, of: made }
  }],
  ['a sale below the minimum by right', 'orders sellBelowMinimum', async () => {
    const seller = await f.person(['sales'], { editPrice: true, sellBelowMinimum: true, dataScope: 'all' })
    const cheap = await f.item({ minPrice: 90, availabilityMode: 'off' })
    return { by: seller, of: await f.order((await f.customer()).id, [{ item: cheap.id, qty: 1, price: 50 }], seller, { remark: '清库存' }), told: /清库存/ }
  }],
  ['a step that was refused', 'orders refused', async () => {
    const order = await draft()
    await refused(f.call('orders', order.id, 'approve', {}, f.clerk), 403)
    return { by: f.clerk, of: order, told: /审核/ }
  }],
  ['a print', 'orders print', async () => {
    const order = await draft()
    await ok(get(`/orders/${order.id}/print`, f.boss))
    return { by: f.boss, of: order, told: /订单/ }
  }],
  ['a sheet that is mailed', 'quotes mail', async () => {
    const made = await quote()
    await ok(f.call('quotes', made.id, 'mail', { to: 'wang@buyer.example' }, f.clerk))
    return { by: f.clerk, of: made, told: /wang@buyer.example/ }
  }],
  ['a statement that is mailed', 'customers mail', async () => {
    const customer = await f.customer({ contacts: [{ name: '王', email: 'wang@buyer.example', main: true }] })
    await ok(f.call('customers', customer.id, 'mail', { to: 'wang@buyer.example' }))
    return { by: f.boss, of: customer, told: /wang@buyer.example/ }
  }],
  ['mails sent again', 'outbox resend', async () => {
    await ok(post('/system/mails', {}, f.admin))
    return { by: f.admin }
  }],
  ['a list exported', 'orders export', async () => {
    await ok(get('/lists/orders/export?format=csv&columns=no,status&where[status][equals]=draft', f.boss))
    return { by: f.boss, told: /单号、状态/ }
  }],
  ['a list exported in the background', 'orders export', async () => {
    await ok(post('/lists/orders/prepare?columns=no', {}, f.boss))
    return { by: f.boss, told: /单号/ }
  }],
  ['a report exported', 'reports export', async () => {
    await ok(get('/reports/order-book?format=csv', f.boss))
    return { by: f.boss, of: { id: 'order-book' }, told: /按：/ }
  }],
  ['a report written in the background', 'reports export', async () => {
    await ok(post('/reports/order-book/prepare', {}, f.boss))
    return { by: f.boss, of: { id: 'order-book' } }
  }],
  ['a prepared file downloaded', 'prepared-files download', async () => {
    const { doc } = (await ok(post('/reports/order-intake/prepare', {}, f.boss))).body as unknown as { doc: { id: number } }
    await jobs()
    await ok(get(`/prepared-files/${doc.id}/file`, f.boss))
    return { by: f.boss, of: doc }
  }],
  ['the company taken out', 'company export', async () => {
    await jobs()
    await ok(post('/export', {}, f.boss))
    return { by: f.boss }
  }],
  ['a price book', 'customers export', async () => {
    const customer = await f.customer()
    await ok(get(`/price-book?customer=${customer.id}`, f.boss))
    return { by: f.boss, of: customer }
  }],
  ['an import', 'customers import', async () => {
    await ok(upload('/import/customers', file(`code,name,category\nCX1,丙公司,${f.category.code}\n`, 'customers.csv'), f.boss))
    return { by: f.boss }
  }],
  ['a record that came by it', 'customers create', async () => {
    await ok(upload('/import/customers', file(`code,name,category\nCX2,丁公司,${f.category.code}\n`, 'customers.csv'), f.boss))
    const [made] = await rowsOf<{ id: number }>(`select id from customers where code = 'CX2'`)
    return { by: f.boss, of: made!, told: /丁公司/ }
  }],
  ['an upload', 'drawings create', async () => {
    const made = done(await upload('/drawings', file('%PDF-1.4\n%%EOF', '图纸.pdf', {}), drawer))
    return { by: drawer, of: made, told: /图纸/ }
  }],
  ['a master made', 'departments create', async () => ({ by: f.admin, of: await f.master('departments', { code: 'D1', name: '一部' }), told: /一部/ })],
  ['a master changed', 'departments update', async () => {
    const made = await f.master('departments', { code: 'D2', name: '二部' })
    await ok(app.api.patch(`/departments/${made.id}`, { token: f.admin.token, body: { name: '三部' } }))
    return { by: f.admin, of: made, told: /二部 → 三部/ }
  }],
  ['a master deleted', 'departments delete', async () => {
    const made = await f.master('departments', { code: 'D3', name: '四部' })
    await ok(app.api.delete(`/departments/${made.id}`, { token: f.admin.token }))
    return { by: f.admin, of: made }
  }],
  ['settings', 'order-settings settings', async () => {
    await f.settings('order-settings', { reviewRequired: true })
    await f.settings('order-settings', { reviewRequired: false })
    return { by: f.admin, told: /→/ }
  }],
  ['rights', 'users update', async () => {
    const one = await f.person(['sales'])
    await ok(app.api.patch(`/users/${one.id}`, { token: f.admin.token, body: { roles: ['sales', 'pmc'] } }))
    return { by: f.admin, of: one, told: /角色: 业务员 → 业务员；生管/ }
  }],
  ['an account made', 'users create', async () => ({ by: f.admin, of: await user({ email: 'made@factory.example' }), told: /made@factory.example/ })],
  ['a change of rights by two', 'house-changes confirm', async () => {
    const one = await f.person(['sales'])
    const proposed = done(await app.api.post('/house-changes?depth=0', { token: f.admin.token, body: { kind: 'rights', person: one.id, values: { seeCost: true }, reason: '岗位调整' } })) // prettier-ignore
    await f.verb('house-changes', proposed.id, 'confirm')
    return { by: f.boss, of: proposed }
  }],
  ['ways in made anew', 'users ways-in-renewed', async () => {
    const one = await user({ email: 'renewed@factory.example' })
    const proposed = done(await app.api.post('/house-changes?depth=0', { token: f.admin.token, body: { kind: 'rights', person: one.id, values: { seeCost: true }, reason: '岗位调整' } })) // prettier-ignore
    await f.verb('house-changes', proposed.id, 'confirm')
    return { by: f.boss, of: one }
  }],
  ['prices of an adjustment', 'price-policies create', async () => ({ by: f.boss, of: await adjusted(), told: /46/ })],
  ['prices of an adjustment taken out', 'price-policies delete', async () => {
    const policy = await adjusted()
    await f.verb('price-adjustments', policy.adjustment, 'cancel', { reason: '不调了' })
    return { by: f.boss, of: policy }
  }],
  ['what a customer takes from his category', 'customers update', async () => {
    const category = await f.master('customer-categories', { code: 'KT', name: '贸易商', defaults: { priceLevel: 'A' } })
    const customer = await f.customer({ category: category.id, currency: undefined, taxMode: undefined })
    await ok(app.api.patch(`/customer-categories/${category.id}`, { token: f.admin.token, body: { defaults: { priceLevel: 'B' } } }))
    return { by: f.admin, of: customer, told: /A → B/ }
  }],
  ['a delegation', 'review-delegations create', async () => {
    const [pmc, rd] = [await f.person(['pmc']), await f.person(['rd'])]
    const made = done(await app.api.post('/review-delegations', { token: pmc.token, body: { deputy: rd.id, from: '2026-01-01', until: '2099-12-31', reason: '出差' } })) // prettier-ignore
    return { by: pmc, of: made, told: /出差/ }
  }],
  ['a customer merged', 'customers merge', async () => {
    const [from, into] = [await f.customer(), await f.customer()]
    return handed(`/customers/${from.id}/merge`, { into: into.id, reason: '重复建档' }, from)
  }],
  ['customers handed over', 'customers hand-over', async () => {
    const customer = await f.customer()
    return handed('/customers/hand-over', { ids: [customer.id], to: (await f.person(['sales'])).id, note: '片区调整' }, customer)
  }],
  ['another payer', 'orders change-payer', async () => {
    const [customer, payer] = [await f.customer(), await f.customer({ invoiceTitle: '丙公司', taxNo: '7788' })]
    const order = await f.approvedOrder(customer.id, [{ item: await item(), qty: 1 }])
    return handed(`/customers/${customer.id}/change-payer`, { billTo: payer.id, reason: '集团付款' }, order)
  }],
  ['a customer opens his page', 'quotes opened', async () => {
    const made = await quote()
    const { body } = await ok(f.call('quotes', made.id, 'send'))
    await ok(get(`/public/quotes/${String((body.link as { url: string }).url.split('/').at(-1))}`))
    return { by: null, of: made }
  }],
  ['a log-in', 'users login', async () => {
    const one = await f.person(['sales'])
    await ok(login(one.email))
    return { by: one, of: one }
  }],
  ['a log-out', 'users logout', async () => {
    const one = await f.person(['sales'])
    await ok(post('/users/logout', {}, one))
    return { by: one, of: one }
  }],
  ['a log-in that failed', 'users login-failed', async () => {
    await refused(login('nobody.here@factory.example', 'wrong'), 401)
    return { by: null, told: /邮箱或密码不正确/ }
  }],
  ['a code asked for', 'users factor-asked', async () => {
    const { one } = await withFactor()
    await refused(login(one.email), 401)
    return { by: null }
  }],
  ['a session ended by another', 'users session-ended', async () => {
    const one = await f.person(['sales'])
    await ok(post(`/users/${one.id}/sessions/end`, {}, f.admin))
    return { by: f.admin, of: one, told: /手动退出/ }
  }],
  ['one’s own password', 'users password', async () => {
    const one = await f.person(['sales'])
    await ok(app.api.patch(`/users/${one.id}`, { token: one.token, body: { password: 'Blue screws, please', currentPassword: password } }))
    return { by: one, of: one }
  }],
  ['another’s password', 'users password', async () => {
    const one = await f.person(['sales'])
    await ok(app.api.patch(`/users/${one.id}`, { token: f.admin.token, body: { password: 'Blue screws, please' } }))
    return { by: f.admin, of: one }
  }],
  ['a password by a link', 'users password', async () => {
    const one = await f.person(['sales'])
    await ok(post('/users/forgot-password', { email: one.email }))
    const token = /set-password#([\w-]{43})/.exec((await mailsTo(one.email)).at(-1) ?? '')?.[1]
    await ok(post('/users/reset-password', { token, password: 'Blue screws, please' }))
    return { by: null, of: one }
  }],
  ['an invitation', 'users invite', async () => {
    const one = await f.person(['sales'])
    await ok(post(`/users/${one.id}/invite`, {}, f.admin))
    return { by: f.admin, of: one }
  }],
  ['an account unlocked', 'users unlock', async () => {
    const one = await f.person(['sales'])
    await ok(post('/users/unlock', { email: one.email }, f.admin))
    return { by: f.admin }
  }],
  ['a key made', 'users api-key', async () => {
    const one = await f.person(['sales'])
    await keyOf(one)
    return { by: one, of: one }
  }],
  ['a key used', 'users key-used', async () => {
    const one = await f.person(['sales'])
    await ok(app.api.get('/users/me', { headers: { Authorization: `users API-Key ${(await keyOf(one)).key}` } }))
    return { by: one, of: one, told: new RegExp(address) }
  }],
  ['a key ended', 'users api-key-ended', async () => {
    const one = await f.person(['sales'])
    await ok(post(`/users/${one.id}/api-keys/${String((await keyOf(one)).id)}/end`, {}, f.admin))
    return { by: f.admin, of: one }
  }],
  ['an identity outside', 'users identity', async () => {
    const one = await user({ email: 'wang@factory.example' })
    await ok(signIn('wang+verified'))
    return { by: null, of: one }
  }],
  ['a second factor set up', 'users factor-on', async () => {
    const { one } = await withFactor()
    return { by: one, of: one }
  }],
  ['recovery codes renewed', 'users recovery-codes', async () => {
    const { one, code } = await withFactor()
    await ok(post('/users/second-factor/codes', { code: code() }, one))
    return { by: one, of: one }
  }],
  ['a recovery code used', 'users recovery-code', async () => {
    const { one, codes } = await withFactor()
    await ok(login(one.email, password, { code: codes[0] }))
    return { by: null, of: one }
  }],
  ['a second factor taken away', 'users factor-off', async () => {
    const { one, code } = await withFactor()
    await ok(post('/users/second-factor/remove', { currentPassword: password, code: code() }, one))
    return { by: one, of: one }
  }],
  ['a second factor reset', 'users factor-reset', async () => {
    const { one } = await withFactor()
    await ok(post(`/users/${one.id}/second-factor/reset`, {}, f.admin))
    return { by: f.admin, of: one }
  }],
  ['a signing secret', 'webhooks secret', async () => {
    const made = await webhook()
    await ok(app.api.patch(`/webhooks/${made.id}`, { token: f.admin.token, body: { newSecret: 'another secret of ours' } }))
    return { by: f.admin, of: made }
  }],
  ['calls sent again', 'webhooks resend', async () => {
    const made = await webhook()
    await ok(post(`/webhooks/${made.id}/calls/resend`, {}, f.admin))
    return { by: f.admin, of: made }
  }],
  ['a trial call', 'webhooks try', async () => {
    const made = await webhook()
    await rowsOf(`update webhooks set address = 'http://10.0.0.1/' where id = $1`, [made.id])
    await ok(post(`/webhooks/${made.id}/calls/try`, {}, f.admin))
    return { by: f.admin, of: made }
  }],
  ['a subscriber confirmed', 'webhooks confirm', async () => {
    const made = await webhook()
    await ok(post(`/webhooks/${made.id}/confirm`, { version: made.version }, f.boss))
    return { by: f.boss, of: made }
  }],
]
