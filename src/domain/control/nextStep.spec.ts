import { expect, test } from '@jest/globals'

import { nextStep, type OpenVerb } from './nextStep'

const verb = (name: string, ...roles: OpenVerb['roles']): OpenVerb => ({ name, label: { zh: name, en: name }, roles })

test.each([
  ['a draft waits to be submitted by whoever writes it', [verb('submit', 'sales'), verb('cancel', 'sales')], ['submit', 'cancel'], [], ['submit', '业务员', true]],
  ['under review the departments that have not answered', [verb('recall', 'sales'), verb('review', 'salesManager', 'pmc')], ['recall'], ['pmc', 'rd'], ['review', '生管、研发', false]],
  ['reviewed: whoever approves', [verb('cancel', 'sales'), verb('approve', 'salesManager', 'generalManager')], [], [], ['approve', '业务经理、总经理', false]],
  ['of several the one that leads furthest', [verb('approve', 'salesManager'), verb('create-delivery', 'sales')], ['create-delivery'], [], ['create-delivery', '业务员', true]],
] as const)('%s', (_, verbs, mine, unanswered, [name, who, isMine]) => expect(nextStep({ verbs, mine, unanswered })).toEqual({ verb: { zh: name, en: name }, who: expect.objectContaining({ zh: who }), isMine })) // prettier-ignore

test('what is over waits for nobody', () => expect(nextStep({ verbs: [verb('copy', 'sales')], mine: [], unanswered: [] })).toBeNull())
