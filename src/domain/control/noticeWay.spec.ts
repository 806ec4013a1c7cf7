import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { businessDate } from '../kernel/businessDate'

import { digestDue } from './noticeDigest'
import { noticeKinds, noticeWay, noticeWays, unknownChoices } from './noticeWay'

test.each<[string, Parameters<typeof noticeWay>[1], string]>([
  ['orderApproved', {}, 'mail'],
  ['orderApproved', { noticeChoices: null, mutedNotifications: null, emailNotifications: null }, 'mail'],
  ['orderApproved', { emailNotifications: false }, 'app'],
  ['orderApproved', { mutedNotifications: ['orderApproved'] }, 'none'],
  ['orderApproved', { mutedNotifications: ['orderApproved'], noticeChoices: { orderApproved: 'daily' } }, 'daily'],
  ['orderApproved', { noticeChoices: { orderApproved: 'weekly' }, emailNotifications: false }, 'app'],
  ['orderApproved', { noticeChoices: { orderApproved: 'pigeon' } }, 'mail'],
  ['constructor', { noticeChoices: {} }, 'mail'],
  ['security', { noticeChoices: { security: 'none' }, mutedNotifications: ['security'], emailNotifications: false }, 'mail'],
])('%s of somebody who chose %j: %s', (kind, chosen, way) => expect(noticeWay(kind, chosen)).toBe(way))

test('no mail of any kind reaches who wants no mail, nothing of a kind who wants none of it, and one choice moves no other kind', () => {
  const kinds = Object.keys(noticeKinds)
  const choices = fc.dictionary(fc.constantFrom(...kinds), fc.constantFrom(...noticeWays))
  const chosen = fc.record({
    noticeChoices: choices,
    mutedNotifications: fc.subarray(kinds),
    emailNotifications: fc.constantFrom(true, false, null),
  })
  fc.assert(
    fc.property(
      chosen,
      fc.constantFrom(...kinds),
      fc.constantFrom(...kinds),
      fc.constantFrom(...noticeWays),
      (person, kind, other, way) => {
        const told = noticeWay(kind, person)
        if (person.emailNotifications === false) expect(['none', 'app']).toContain(told)
        expect(noticeWay(kind, { ...person, noticeChoices: { ...person.noticeChoices, [kind]: 'none' } })).toBe('none')
        if (kind !== other) expect(noticeWay(kind, { ...person, noticeChoices: { ...person.noticeChoices, [other]: way } })).toBe(told)
        expect(unknownChoices(person.noticeChoices)).toEqual([])
      },
    ),
  )
})

test.each([
  [{ orderApproved: 'mail', nonsense: 'mail' }, ['nonsense']],
  [{ orderApproved: 'pigeon' }, ['orderApproved']],
  [{ security: 'none' }, ['security']],
  [['mail'], ['noticeChoices']],
  ['mail', ['noticeChoices']],
  [null, []],
])('%j: %j is no choice', (value, unknown) => expect(unknownChoices(value)).toEqual(unknown))

test('a week’s digest goes out on Monday', () => {
  expect(digestDue(businessDate('2026-11-29'))).toEqual(['daily'])
  expect(digestDue(businessDate('2026-11-30'))).toEqual(['daily', 'weekly'])
})
