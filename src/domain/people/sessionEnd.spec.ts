import { expect, test } from '@jest/globals'

import { sessionEnd } from './sessionEnd'

const minute = 60_000
const facts = { openedAt: 0, lastUsedAt: 0, now: 0, idleMinutes: 30, mostHours: 12, withFactor: false, needsFactor: false }

test.each<[string, Partial<typeof facts>, ReturnType<typeof sessionEnd>]>([
  ['just opened', {}, null],
  ['used half an hour ago, to the second', { now: 30 * minute - 1 }, null],
  ['used half an hour ago', { now: 30 * minute }, 'idle'],
  ['used all day', { now: 12 * 60 * minute - 1, lastUsedAt: 12 * 60 * minute - 2 }, null],
  ['used all day and still', { now: 12 * 60 * minute, lastUsedAt: 12 * 60 * minute - 1 }, 'most'],
  ['without the factor that is asked for', { needsFactor: true }, 'factor'],
  ['with the factor that is asked for', { needsFactor: true, withFactor: true }, null],
])('a session %s', (_story, given, ended) => expect(sessionEnd({ ...facts, ...given })).toBe(ended))
