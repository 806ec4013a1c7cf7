import { expect, test } from '@jest/globals'

import { leadingVerb, nextStep, type OpenVerb, type Whom } from './nextStep'

const verb = (name: string, ...roles: OpenVerb['roles']): OpenVerb => ({ name, label: { zh: name, en: name }, roles })

test.each([
  ['a draft waits to be submitted by whoever writes it', [verb('submit', 'sales'), verb('cancel', 'sales')], ['submit', 'cancel'], [], ['submit', '业务员', true]],
  ['under review the departments that have not answered', [verb('recall', 'sales'), verb('review', 'salesManager', 'pmc')], ['recall'], ['pmc', 'rd'], ['review', '生管、研发', false]],
  ['reviewed: whoever approves', [verb('cancel', 'sales'), verb('approve', 'salesManager', 'generalManager')], [], [], ['approve', '业务经理、总经理', false]],
  ['of several the one that leads furthest', [verb('approve', 'salesManager'), verb('create-delivery', 'sales')], ['create-delivery'], [], ['create-delivery', '业务员', true]],
] as const)('%s', (_, verbs, mine, unanswered, [name, who, isMine]) => expect(nextStep({ verb: leadingVerb<OpenVerb>(verbs), mine, unanswered })).toEqual({ verb: { zh: name, en: name }, who: expect.objectContaining({ zh: who }), isMine })) // prettier-ignore

test('what is over waits for nobody', () =>
  expect(nextStep({ verb: leadingVerb([verb('copy', 'sales')]), mine: [], unanswered: [] })).toBeNull())

test.each<[string, Whom, string, string]>([
  ['fewer roles than the verb has', { roles: ['generalManager'] }, '总经理', 'General manager'],
  ['people who have the right', { people: ['周建国', '陈总'] }, '周建国、陈总', '周建国, 陈总'],
  ['many of them', { people: ['甲', '乙', '丙', '丁', '戊'] }, '甲、乙、丙等 5 人', '甲, 乙, 丙 and 2 more'],
  ['nobody yet', { people: [] }, '有权限的人（尚无人）', 'whoever has the right (nobody yet)'],
])('a step tells whom it waits for: %s', (_, whom, zh, en) =>
  expect(nextStep({ verb: verb('release', 'sales', 'finance'), whom, mine: [], unanswered: [] })).toMatchObject({ who: { zh, en } }),
)
