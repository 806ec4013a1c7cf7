import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'

let app: TestApp
let f: Factory
let engineer: Person
let other: Person

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  engineer = await f.person(['engineering'])
  other = await f.person(['sales'])
})
afterAll(() => app.close())

const board = async (by: Person, query = '', language: 'zh' | 'en' = 'zh') =>
  done(await f.api.get(`/samples-board${query}`, { token: by.token, language }))
const sample = async (customer: number, name: string, by: Person = f.clerk) =>
  done(await f.api.post('/samples?depth=0', { token: by.token, body: { customer, name } }))
type Board = Awaited<ReturnType<typeof board>>
const inColumn = (told: Board, status: string) => told.columns.find((column) => column.status === status).cards
const names = (told: Board): string[] => told.columns.flatMap(({ cards }) => cards.map(({ name }) => name)).sort()

test('a column per state with who must act next, the last round, and only what the viewer may see', async () => {
  const [mine, theirs] = [await f.customer({ shortName: '蓝鲸' }), await f.customer({ salesperson: other.id })]
  await sample(mine.id, 'wish')
  const made = await sample(mine.id, 'sent')
  await f.verb('samples', made.id, 'submit', {}, f.clerk)
  await f.verb('samples', made.id, 'accept', {}, engineer)
  await f.verb('samples', made.id, 'ready', {}, engineer)
  const round = done(await f.api.post('/feedback-rounds?depth=0', { token: f.clerk.token, body: { sample: made.id } }))
  await sample(theirs.id, 'foreign', other)
  const given = await sample(mine.id, 'given up')
  await f.verb('samples', given.id, 'cancel', { reason: '客户取消' }, f.clerk)

  const told = await board(f.boss)
  expect(told.columns.map(({ status }) => status)).toEqual([
    'draft',
    'submitted',
    'inPreparation',
    'ready',
    'sent',
    'changeRequested',
    'approvedByCustomer',
  ])
  expect(names(told)).toEqual(['foreign', 'sent', 'wish'])
  const status = (await f.read('samples', made.id)).status
  expect(inColumn(told, status)).toMatchObject([
    { no: made.no, customer: '蓝鲸', engineer: engineer.email, days: 0, round: 1, roundStatus: '等待答复' },
  ])
  expect(inColumn(told, 'draft').find(({ name }) => name === 'wish')).toMatchObject({
    next: 'sales',
    nextName: f.clerk.email,
    round: null,
  })

  await f.verb('feedback-rounds', round.id, 'close', { status: 'changeRequested', remark: '头再大一点' }, f.clerk)
  expect(inColumn(await board(f.boss, '', 'en'), 'changeRequested')).toMatchObject([
    { next: 'engineering', nextName: engineer.email, round: 1, roundStatus: 'Change requested' },
  ])

  const own = await board(f.clerk)
  expect(names(own)).toEqual(['sent', 'wish'])
  expect(JSON.stringify(own)).not.toContain(theirs.name)
  expect(names(await board(other))).toEqual(['foreign'])
  expect(names(await board(other, `?customer=${mine.id}`))).toEqual([])
})

test('filters narrow the board, the choices stay; who is nobody sees nothing', async () => {
  const told = await board(f.boss)
  const chosen = told.choices.engineer.find(({ id }) => id === engineer.id)
  expect(chosen).toEqual({ id: engineer.id, name: engineer.email })
  const narrowed = await board(f.boss, `?engineer=${engineer.id}`)
  expect([names(narrowed), narrowed.choices]).toEqual([['sent'], told.choices])
  expect(names(await board(f.boss, `?salesperson=${other.id}`))).toEqual(['foreign'])
  const wrong = await f.api.get('/samples-board?customer=x', { token: f.boss.token })
  expect([wrong.status, codesOf(wrong)]).toEqual([400, ['INVALID_INPUT']])
  expect((await f.api.get('/samples-board')).status).toBe(401)
})

test('sample-tracking: rounds, lead times and conversion by sample, customer, engineer; only what the viewer may see', async () => {
  const report = async (query: string, by: Person = f.boss) =>
    done(await f.api.get(`/reports/sample-tracking?${query}`, { token: by.token }))
  const all = await report('by=sample')
  expect(all.controlTotal).toMatchObject({ expected: 4, actual: 4, ok: true })
  expect(all.rows.find(({ name }) => name === 'sent')).toMatchObject({
    rounds: 1,
    submitted: 1,
    converted: 0,
    rate: 0,
    toReady: 0,
  })
  // wish and sent and the one given up are of one customer; only "sent" was submitted
  const mine = all.rows.find(({ name }) => name === 'sent').customer
  const byCustomer = await report('by=customer')
  expect(byCustomer.rows.find(({ customer }) => customer === mine)).toMatchObject({ samples: 3, submitted: 1, rounds: 1 })
  expect((await report('by=engineer')).rows.map(({ samples }) => samples).sort()).toEqual([1, 3])
  expect((await report(`by=salesperson&salesperson=${other.id}`)).rows).toMatchObject([{ samples: 1 }])
  expect((await report('by=sample', other)).rows.map(({ name }) => name)).toEqual(['foreign'])
  expect((await f.api.get('/reports/sample-tracking?from=2026-02-01&to=2026-01-01', { token: f.boss.token })).status).toBe(400)
})
