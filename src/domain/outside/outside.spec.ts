import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { allKinds } from '../kinds'
import { eventsOf, unknownEvents } from './events'
import { nextTry } from './nextTry'
import { robotMessage, robotRefusal } from './robotMessage'
import { isTold, weighedChanges, withoutKey } from './webhookChange'

test('the pauses double up to six hours, and then it is over', () => {
  expect([1, 2, 3, 9, 10, 11].map(nextTry)).toEqual([60, 120, 240, 15_360, 21_600, 21_600])
  expect(nextTry(12)).toBeNull()
})

test('each robot is spoken to as it understands', () => {
  const signed = { timestamp: '1599360473', sign: 'x' }
  expect(robotMessage('wecom', '订单', null)).toEqual({ msgtype: 'text', text: { content: '订单' } })
  expect(robotMessage('dingtalk', '订单', signed)).toEqual({ msgtype: 'text', text: { content: '订单' } })
  expect(robotMessage('feishu', '订单', signed)).toEqual({ ...signed, msg_type: 'text', content: { text: '订单' } })
})

test('no name or number calls a group together: what Feishu would read as a mark is a text', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('<at user_id="all">所有人</at>', '<at user_id=ou_1></at>', '<', '>'), (name, mark) => {
      const { content } = robotMessage('feishu', `SO-1 · ${name}${mark}${name}`, null) as { content: { text: string } }
      expect(content.text).not.toMatch(/[<>]/)
      expect(content.text.replaceAll('＜', '<').replaceAll('＞', '>')).toBe(
        `SO-1 · ${name}${mark}${name}`.replaceAll('＜', '<').replaceAll('＞', '>'),
      )
    }),
  )
})

test.each([
  ['{"errcode":0,"errmsg":"ok"}', null],
  ['{"code":0,"msg":"success"}', null],
  ['{"StatusCode":0}', null],
  ['{"errcode":310000,"errmsg":"sign not match"}', '310000 sign not match'],
  ['{"code":19021,"msg":"sign match fail"}', '19021 sign match fail'],
  ['<html>', '<html>'],
  ['', 'no answer'],
])('a robot that says %s: %s', (answer, refusal) => expect(robotRefusal(answer)).toBe(refusal))

test('every step of every kind may be told, and nothing else', () => {
  for (const kind of allKinds) {
    const verbs = Object.values(kind.steps).flatMap((row) => Object.keys(row ?? {}))
    expect(new Set(eventsOf(kind))).toEqual(new Set(['create', ...verbs].map((verb) => `${kind.slug}.${verb}`)))
    expect(unknownEvents(eventsOf(kind))).toEqual([])
  }
  expect(unknownEvents(['orders.approve', 'users.login', 'orders.refused', 'orders', ''])).toEqual([
    'users.login',
    'orders.refused',
    'orders',
    '',
  ])
})

const stored = { kind: 'webhook', address: 'https://a.example/x', secret: 'sealed', events: ['orders.approve', 'orders.submit'], department: 3, active: true, name: 'ERP' } // prettier-ignore
test.each([
  [{ name: 'another' }, []],
  [{ events: ['orders.submit', 'orders.approve'] }, []],
  [{ department: { id: 3 } }, []],
  [{ active: false }, []],
  [{ address: 'https://b.example/x' }, ['address']],
  [{ secret: 'other' }, ['secret']],
  [{ kind: 'feishu', department: null }, ['kind', 'department']],
  [{ events: ['orders.submit'] }, ['events']],
])('a change of %j asks a second person for %j', (change, fields) =>
  expect(weighedChanges(stored, { ...stored, ...change })).toEqual(fields),
)

test('a new one, and one switched on again, ask too', () => {
  expect(weighedChanges(null, stored)).toEqual(['kind', 'address', 'secret', 'events', 'department', 'active'])
  expect(weighedChanges({ ...stored, active: false }, stored)).toEqual(['active'])
  expect([isTold(stored), isTold({ active: true, awaits: true }), isTold({ active: false })]).toEqual([true, false, false])
})

test.each([
  ['https://oapi.dingtalk.com/robot/send?access_token=abcdef', 'https://oapi.dingtalk.com/…cdef'],
  ['https://open.feishu.cn/open-apis/bot/v2/hook/aa-bb-cc', 'https://open.feishu.cn/…b-cc'],
  ['https://erp.example', 'https://erp.example/'],
  ['nonsense', 'nonsense'],
  [null, null],
])('%s is told as %s', (address, told) => expect(withoutKey(address)).toBe(told))
