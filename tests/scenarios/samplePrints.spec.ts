import { afterAll, beforeAll, expect, test } from '@jest/globals'
import sharp from 'sharp'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory, type Person } from '../support/story'
import { wordsOfPdf } from '../support/wordsOfPdf'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let engineer: Person
let sample: Told<'samples'>
let work: number

const upload = async (slug: 'pictures' | 'drawings', name: string, bytes: Buffer): Promise<number> => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  form.append('_payload', JSON.stringify(slug === 'drawings' ? { title: '总装图', drawingNo: 'D-88', revision: 'B' } : {}))
  return done(await app.api.post(`/${slug}`, { token: f.clerk.token, body: form })).id
}
const pdf = async (path: string, by: Person = f.boss): Promise<{ status: number; file: Buffer; words: string | null }> => {
  const { status, raw } = await f.api.get(path, { token: by.token })
  const file = Buffer.from(await raw.arrayBuffer())
  return { status, file, words: status === 200 ? wordsOfPdf(file) : null }
}

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  engineer = await f.person(['engineering'])
  await f.master('warehouses', { code: 'WS', name: '样板仓', kind: 'sample' })
  const category = await f.master('item-categories', {
    code: 'RIVET',
    name: '撞钉',
    features: [{ key: 'headSize', name: '头大', type: 'number', unit: 'mm', tolerance: 0.1, required: true }],
  })
  const customer = await f.customer({ name: '蓝鲸牛仔' })
  const picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#884422' } })
    .jpeg()
    .toBuffer()
  const dxf = Buffer.from(
    '  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n  1\nAC1015\n  0\nENDSEC\n  0\nSECTION\n  2\nENTITIES\n  0\nENDSEC\n  0\nEOF\n',
  )
  const made = done(
    await f.api.post('/samples?depth=0', {
      token: f.clerk.token,
      body: {
        customer: customer.id,
        name: '平面撞钉',
        category: category.id,
        features: [{ key: 'headSize', value: '12.5' }],
        drawings: [await upload('drawings', 'rivet.dxf', dxf)],
        pictures: [await upload('pictures', 'rivet.jpg', picture)],
      },
    }),
  )
  await f.verb('samples', made.id, 'submit', {}, f.clerk)
  await f.verb('samples', made.id, 'accept', {}, engineer)
  await f.verb('samples', made.id, 'ready', {}, engineer)
  sample = await f.read('samples', made.id)
  const steel = await f.item({ name: '铜带' })
  const order = await f.approvedOrder(customer.id, [{ item: sample.item, qty: 5, supply: 'production', free: true, price: 0 }], {
    kind: 'sample',
  })
  work = order.lines[0].workOrder
  const content = {
    operations: [{ name: '冲压', operator: '张师傅', plannedStart: '2026-12-01', plannedEnd: '2026-12-02' }],
    materials: [{ item: steel.id, qty: 12.5, warehouse: f.warehouse.id }],
  }
  done(await f.api.patch(`/sample-work-orders/${work}`, { token: engineer.token, body: content }))
})
afterAll(() => app.close())

test('the traveller card carries operations, materials and features, in both languages', async () => {
  const { no } = await f.read('sample-work-orders', work)
  const [zh, en] = [await pdf(`/sample-work-orders/${work}/print?language=zh`), await pdf(`/sample-work-orders/${work}/print?language=en`)]
  expect([zh.status, en.status, zh.file.subarray(0, 5).toString()]).toEqual([200, 200, '%PDF-'])
  if (zh.words === null || en.words === null) return
  for (const word of ['样板流程卡', no, sample.no, '平面撞钉', '冲压', '张师傅', '12-01', '铜带', '12.5', '头大', '样板仓'])
    expect(zh.words).toContain(word)
  for (const word of ['Traveller card', 'Operations', 'Materials']) expect(en.words).toContain(word)
})

test('the approval sheet shows required and measured, drawings, pictures and what the customer said', async () => {
  const open = done(await f.api.post('/feedback-rounds?depth=0', { token: f.clerk.token, body: { sample: sample.id } }))
  const technical = [{ feature: 'headSize', required: '12.5', measured: '12.62' }]
  done(await f.api.patch(`/feedback-rounds/${open.id}`, { token: engineer.token, body: { technical } }))
  const picture = await sharp({ create: { width: 500, height: 500, channels: 3, background: '#224488' } })
    .png()
    .toBuffer()
  const pictures = [await upload('pictures', 'ok.png', picture)]
  done(await f.api.patch(`/feedback-rounds/${open.id}`, { token: f.clerk.token, body: { pictures } }))
  await f.verb('feedback-rounds', open.id, 'close', { status: 'approved', remark: '可以量产' }, f.clerk)
  const zh = await pdf(`/samples/${sample.id}/print?language=zh&name=approval`)
  expect([zh.status, zh.file.includes('/Subtype /Image')]).toEqual([200, true])
  const en = await pdf(`/samples/${sample.id}/print?language=en`)
  if (zh.words === null || en.words === null) return
  for (const word of [
    '样板承认书',
    '蓝鲸牛仔',
    '12.5',
    '12.62',
    '+0.12',
    '超差',
    'D-88',
    '总装图',
    'rivet',
    '第 1 轮',
    '客户认可',
    '可以量产',
    '批办图片',
  ])
    expect(zh.words).toContain(word)
  for (const word of ['Sample approval sheet', 'Round 1', 'OUT', 'Approved']) expect(en.words).toContain(word)
})

test('what one may not read is not printed; a sample in the making is marked as a draft', async () => {
  const stranger = await f.person(['sales'])
  expect((await pdf(`/samples/${sample.id}/print`, stranger)).status).toBe(404)
  expect((await pdf(`/sample-work-orders/${work}/print`, stranger)).status).toBe(404)
  const draft = done(await f.api.post('/samples?depth=0', { token: f.clerk.token, body: { customer: sample.customer, name: '新样' } }))
  const mail = await f.api.post(`/samples/${draft.id}/mail`, { token: f.boss.token, body: { to: 'a@b.example' } })
  expect(mail.status).toBe(409)
})
