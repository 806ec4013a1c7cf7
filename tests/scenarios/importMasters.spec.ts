import { afterAll, beforeAll, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'
import { createLocalReq } from 'payload'

import { definitionOf } from '@/src/imports/definitions'
import { runImport } from '@/src/imports/engine/runImport'
import { proposedMapping } from '@/src/imports/reading/headings'
import { inMemory } from '@/src/imports/reading/source'

import type { Listed } from '../support/answers'
import type { Told } from '../support/told'
import { headingsOfOthers } from '../support/headingsOfOthers'
import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

const form = (content: string | Uint8Array, more: Record<string, string> = {}): FormData => {
  const data = new FormData()
  data.append('file', new Blob([content as never]), 'file.csv')
  for (const [name, value] of Object.entries(more)) data.append(name, value)
  return data
}
const send = async (kind: string, content: string | Uint8Array, more: Record<string, string> = {}) =>
  done(await app.api.post(`/import/${kind}`, { token: f.admin.token, body: form(content, more) }))
const found = async <Slug extends string>(slug: Slug, code: string) =>
  done(await app.api.send<Listed<Told<Slug>>>('GET', `/${slug}?where[code][equals]=${code}&depth=0`, { token: f.admin.token })).docs[0]
const placesOf = (errors: Array<{ row: number; column: string }>) => errors.map(({ row, column }) => [row, column])

test('departments, people who left, categories below one another, customers by code or name: and the same files again change nothing', async () => {
  const files: Array<[string, string]> = [
    ['departments', '部门编码,部门名称\nD01,业务一部\nD02,业务二部\n'],
    ['users', '姓名,邮箱,角色,部门,离职\n林一,lin1@move.example,业务员、业务经理,业务一部,\n老张,,业务员,D02,是\n'],
    ['customer-categories', 'code,name,parent\nM2,下级,M1\nM1,上级,\nM3,再下级,下级\n'],
    ['payment-terms', '编码,名称,方式,天数,分期\nN30,月结30,开票后天数,30,\nP37,三七,分期,,30%/0，70%/30\n'],
    [
      'customers',
      '客户编码,客户名称,客户类别,业务员,部门,收款条件,省份,渠道,信用额度,联系人,地址\nMC1,蓝鲸,再下级,老张,业务二部,N30,广东,直销,"１２,０００.５０",王,长安镇 1 号\nMC2,白鲸,M1,lin1@move.example,,三七,,,,,\n',
    ],
  ]
  for (const [kind, content] of files) {
    const first = await send(kind, content)
    expect([kind, first.errors, first.created]).toEqual([kind, [], content.trim().split('\n').length - 1])
    expect(await send(kind, content)).toMatchObject({ created: 0, updated: 0, unchanged: first.created, errors: [] })
  }
  const whale = done(await app.api.get('/customers?where[code][equals]=MC1&depth=0', { token: f.boss.token })).docs[0]
  const zhang = done(await app.api.get('/users?where[name][equals]=老张&depth=0', { token: f.admin.token })).docs[0]
  expect(whale).toMatchObject({ province: '广东', channel: '直销', salesperson: zhang.id, credit: { limit: 12000.5 } })
  expect([whale.contacts[0].name, whale.addresses[0].address, zhang.disabled, zhang.roles]).toEqual(['王', '长安镇 1 号', true, ['sales']])
  expect((await found('customer-categories', 'M2')).parent).toBe((await found('customer-categories', 'M1')).id)
  expect((await found('payment-terms', 'P37')).instalments.map(({ percent, days }) => [percent, days])).toEqual([
    [30, 0],
    [70, 30],
  ])
  // found by typing, written in the audit log, and the category's defaults are a new customer's
  expect(done(await app.api.get('/lookup/customers?q=MC1', { token: f.boss.token })).rows?.length ?? 1).toBeGreaterThan(0)
  expect(await send('customers', '客户编码,客户名称,地址\nMC1,蓝鲸,虎门镇 2 号\n')).toMatchObject({ created: 0, updated: 1 })
  expect((await found('customers', 'MC1')).addresses.map(({ address }) => address)).toEqual(['长安镇 1 号', '虎门镇 2 号'])
})

test('invoice titles come in one a row beside those a customer has; the title of its record stays; two defaults of one are told at their row', async () => {
  expect(await send('customers', '客户编码,客户名称,税号\nMT1,甲公司,T-1\nMT2,丁公司,\n')).toMatchObject({ created: 2 })
  const file = '客户,发票抬头,纳税人识别号,开户行,默认\nMT1,乙公司,T-2,工行,\n丁公司,丙公司,T-3,,是\n'
  expect(await send('invoice-titles', file)).toMatchObject({ created: 2, updated: 0, errors: [] })
  expect(await send('invoice-titles', file)).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  const titlesOf = async (code: string) => (await found('customers', code)).invoiceTitles.map(({ title, taxNo, main }) => [title, taxNo, main]) // prettier-ignore
  expect([await titlesOf('MT1'), await titlesOf('MT2')]).toEqual([
    [['甲公司', 'T-1', true], ['乙公司', 'T-2', false]],
    [['丙公司', 'T-3', true]],
  ]) // prettier-ignore
  expect(await send('invoice-titles', 'customer,title,main\nMT1,乙公司,yes\n')).toMatchObject({ created: 0, updated: 1 })
  expect(await found('customers', 'MT1')).toMatchObject({ invoiceTitle: '乙公司', taxNo: 'T-2' })
  const two = await send('invoice-titles', 'customer,title,main\nMT1,戊,yes\nMT1,己,yes\n没有的,庚,\n')
  expect([two.created, placesOf(two.errors)]).toEqual([0, [[3, 'main'], [4, 'customer']]]) // prettier-ignore
})

test('what came in is listed by itself: what a file made and what it changed, not what was there or came before', async () => {
  const codesIn = async (address: string): Promise<string[]> => {
    const [slug = '', query = ''] = address.replace('/admin/collections/', '').split('?')
    const { rows } = done(await app.api.get(`/lists/${slug}?${query}`, { token: f.admin.token }))
    return (rows as Array<{ cells: Record<string, unknown> }>).map((row) => JSON.stringify(row).match(/ML\d/)?.[0] ?? '').sort()
  }
  const first = await send('customers', '客户编码,客户名称\nML1,甲厂\nML2,乙厂\n')
  expect(await codesIn(first.list)).toEqual(['ML1', 'ML2'])
  const second = await send('customers', '客户编码,客户名称,省份\nML2,乙厂,广东\nML3,丙厂,\nML1,甲厂,\n')
  expect([second, await codesIn(second.list)]).toMatchObject([{ created: 1, updated: 1, unchanged: 1 }, ['ML2', 'ML3']])
  expect((await send('customers', '客户编码,客户名称\nML3,丙厂\n')).list).toBeNull()
  expect((await send('customers', '客户编码,客户名称\nML4,丁厂\n', { dryRun: 'true' })).list).toBeNull()
})

test('several portions of price policies are looked up, judged and written side by side, one statement of their connection at a time', async () => {
  expect(await send('customers', '客户编码,客户名称\nMP1,价格客户\n')).toMatchObject({ created: 1 })
  expect(await send('items', '编码,名称,单位\nMP-1,工字扣,PCS\n')).toMatchObject({ created: 1 })
  const rows = Array.from({ length: 2600 }, (_, index) => `MP1,MP-1,${(1 + (index % 50) / 100).toFixed(2)},${String(index + 1)}`)
  // the house itself: of a person prices take two. A statement that is asked for while two others wait is refused in the tests (`worker.mjs`)
  const req = await createLocalReq({}, app.payload)
  const definition = definitionOf('price-policies')
  if (!definition) throw new Error('There is no import of price policies')
  const source = inMemory(Buffer.from(['客户,物料,单价,数量下限', ...rows].join('\n')))
  const report = await runImport({ req, definition, source, dryRun: false, told: {}, fields: {} })
  expect(report).toMatchObject({ created: 2600, errors: [] })
})

test('a single wrong row keeps everything out; each is told with its column, what stood there and what is accepted', async () => {
  const content = [
    '存货编码,存货名称,税率,标准价,启用,类型,品类',
    'MI1,扣,免税,"1,234.50",是,成品,x',
    'MI2,扣,十三,1.2345678,也许,半成品,',
    ',扣,13%,1,是,,',
    'MI1,扣,0.13%,1,否,,',
  ].join('\n')
  const tried = await send('items', content)
  expect([tried.created, tried.unmapped]).toEqual([0, ['品类']])
  expect(placesOf(tried.errors)).toEqual([
    [3, 'kind'],
    [3, 'taxRate'],
    [3, 'listPrice'],
    [3, 'active'],
    [4, 'code'],
    [5, 'code'],
  ])
  expect(tried.errors[0]).toMatchObject({ heading: '类型', found: '半成品', message: expect.stringContaining('成品') })
  expect(await found('items', 'MI1')).toBeUndefined()
  const answer = await app.api.post('/import/items/errors', { token: f.admin.token, body: form(content) })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await answer.raw.arrayBuffer()) as never)
  const rows = book.worksheets[0]!.getSheetValues() as unknown[][]
  // all of the file, because nothing of it came in: wrong rows with their reasons, wrong cells marked
  expect(rows.slice(2).map((row) => [row[1], row.length > 8])).toEqual([
    ['MI1', false],
    ['MI2', true],
    [undefined, true],
    ['MI1', true],
  ])
  expect(String(rows[3]!.at(-1))).toContain('税率')
  const marks = book.worksheets[0]!.getRow(3).model?.cells?.map(({ style }) => JSON.stringify(style).includes('solid'))
  expect(marks).toEqual([false, false, true, true, true, true, false, true])
  const good = await send('items', '存货编码,存货名称,税率,标准价\nMI1,扣,免税,"1,234.50"\nMI3,扣,13%,2\n')
  expect(good).toMatchObject({ created: 2, errors: [] })
  expect([(await found('items', 'MI1')).taxRate, (await found('items', 'MI3')).taxRate]).toEqual([null, 13])
  expect(await send('units', '物料,单位,换算率\nMI1,BOX,100\nMI1,DOZ,12\n')).toMatchObject({ created: 2 })
  expect(await send('units', '物料,单位,换算率\nMI1,BOX,200\n')).toMatchObject({ created: 0, updated: 1 })
  expect((await found('items', 'MI1')).units.map(({ unit, factor }) => [unit, factor])).toEqual([
    ['BOX', 200],
    ['DOZ', 12],
  ])
})

test('a file in which nearly everything is wrong is refused with its first 1,000 problems and how many there are in each column', async () => {
  const rows = Array.from({ length: 3500 }, (_, index) => `MW${String(index)},扣,十三,${index < 500 ? '1' : '一'}`)
  const refused = await send('items', ['存货编码,存货名称,税率,标准价', ...rows].join('\n'))
  expect([refused.created, refused.rows, refused.errors.length]).toEqual([0, 3500, 1000])
  expect(refused.problems).toEqual([
    { column: 'taxRate', heading: '税率 %', count: 3500 },
    { column: 'listPrice', heading: '标准价', count: 3000 },
  ])
  const history = Array.from({ length: 2500 }, (_, index) => `HW${String(index)},没有的客户,2024-03-01,没有的物料,1,1,13`)
  const old = await app.api.post('/import/sales-history', {
    token: f.boss.token,
    body: form(['no,customer,date,item,qty,price,taxRate', ...history].join('\n')),
  })
  expect([old.body.errors.length, old.body.problems.map(({ count }: { count: number }) => count)]).toEqual([1000, [2500, 2500]])
})

test('what may be read in two ways is asked once a column; days with the year last once a file', async () => {
  const shares = '品号,品名,税率\nMS1,a,0.13\nMS2,b,0.09\n'
  const asked = await send('items', shares)
  expect([asked.created, asked.questions.map(({ ask, column }) => [ask, column])]).toEqual([0, [['rates', 'taxRate']]])
  expect(placesOf(asked.errors)).toEqual([[1, 'taxRate']])
  expect(await send('items', shares, { rates: 'share' })).toMatchObject({ created: 2 })
  expect((await found('items', 'MS1')).taxRate).toBe(13)
  const days = 'currency,date,rate\nSEK,4/7/2026,1.4\n'
  expect((await send('exchange-rates', days)).questions[0].ask).toBe('dates')
  expect(await send('exchange-rates', days, { dates: 'dmy', dryRun: 'true' })).toMatchObject({ created: 1, dryRun: true })
  expect(await send('exchange-rates', 'currency,date,rate\nSEK,13/1/2026,1.4\nSEK,46000,1.5\nSEK,２０２６年３月５日,1.6\n')).toMatchObject({
    created: 3,
  })
})

test('templates are read as they are written, in both languages; the mapping may be corrected; rights are those of the screens', async () => {
  for (const language of ['zh', 'en']) {
    const { kinds } = done(await app.api.get('/import', { token: f.admin.token }))
    for (const { kind } of kinds) {
      const answer = await app.api.get(`/import/${kind}/template?language=${language}`, { token: f.admin.token })
      const looked = done(
        await app.api.post(`/import/${kind}/inspect`, { token: f.admin.token, body: form(new Uint8Array(await answer.raw.arrayBuffer())) }),
      )
      expect([kind, Object.values(looked.mapping).every(Boolean), looked.rows]).toEqual([kind, true, 0])
      expect(looked.columns.length).toBe(looked.headings.length)
    }
  }
  const mapping = JSON.stringify({ 甲: 'code', 乙: 'name' })
  expect(await send('warehouses', '甲,乙\nMW1,外仓\n', { mapping })).toMatchObject({ created: 1 })
  // the next file of this source is proposed as the last one was mapped
  const next = done(await app.api.post('/import/warehouses/inspect', { token: f.admin.token, body: form('甲,乙\nMW2,内仓\n') }))
  expect(next.mapping).toEqual({ 甲: 'code', 乙: 'name' })
  const refused = await app.api.post('/import/users', { token: f.clerk.token, body: form('name\nx\n') })
  expect(refused.status).toBe(403)
  const closed = await app.api.post('/import/items', { token: f.clerk.token, body: form('code,name\nx,y\n') })
  expect(closed.status).toBe(403)
})

test.each(headingsOfOthers)('$kind as $source heads them are understood', async ({ kind, said }) => {
  const req = await createLocalReq({}, app.payload)
  const pairs = said.split('  ').map((pair) => pair.split('→'))
  const headings = pairs.map(([heading = '']) => heading)
  const mapping = proposedMapping(headings, definitionOf(kind)?.columns(req) ?? [])
  expect(headings.map((heading) => `${heading}→${mapping[heading] ?? '-'}`).join('  ')).toBe(said)
})

test('terms say all of their instalments or none: what of a cell is not understood is told, never left out', async () => {
  const heads = '名称,方式,天数,分期\n'
  const refused = await send(
    'payment-terms',
    `${heads}全款,分期,,100%/30 其余另议\n混合,开票后天数,60,"50%/0, 50%/60"\n小数,分期,,"0.3/0, 0.7/30"\n`,
  )
  expect(refused).toMatchObject({ created: 0 })
  expect(
    refused.errors.map(({ row, column, message }: { row: number; column: string; message: string }) => [row, column, message]),
  ).toEqual([
    [2, 'instalments', '“100%/30 其余另议” 不能接受；可填：比例/天数，用逗号分隔：30%/0, 70%/30'],
    [3, 'instalments', '只有方式为“分期”的才有分期'],
    [4, 'instalments', '分期比例合计须为 100%'],
  ])
  const file = `${heads}三七分,,,３０％／0天、70%/30天\n`
  expect(await send('payment-terms', file)).toMatchObject({ created: 1, errors: [] })
  expect(await send('payment-terms', file)).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
  expect(await found('payment-terms', '三七分')).toMatchObject({
    kind: 'instalments',
    instalments: [
      { percent: 30, days: 0 },
      { percent: 70, days: 30 },
    ],
  })
})

test('a currency is known however wide it is written, and an account by its address however it is', async () => {
  const rates = '币别,Rate Date,Exchange Rate\nｇｂｐ,2025.1.7,９.１０\nＧＢＰ,20250108,9.2\n'
  expect(await send('exchange-rates', rates)).toMatchObject({ created: 2, errors: [] })
  expect(await send('exchange-rates', rates)).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  const people = '员工,邮箱\n赵 倩,Zhao.Qian@Move.Example\n'
  expect(await send('users', people)).toMatchObject({ created: 1, errors: [] })
  expect(await send('users', people)).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
})
