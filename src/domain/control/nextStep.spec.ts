import { expect, test } from '@jest/globals'

import { nextStep, type OpenVerb } from './nextStep'

const verb = (name: string, ...roles: OpenVerb['roles']): OpenVerb => ({ name, label: { zh: name, en: name }, roles })

test.each([
  ['a draft waits to be submitted by whoever writes it', [verb('submit', 'sales'), verb('cancel', 'sales')], ['sales'], [], ['submit', '业务员', true]],
  ['under review the departments that have not answered', [verb('recall', 'sales'), verb('review', 'salesManager', 'pmc')], ['sales'], ['pmc', 'rd'], ['review', '生管、研发', false]],
  ['reviewed: whoever approves', [verb('cancel', 'sales'), verb('approve', 'salesManager', 'generalManager')], ['pmc'], [], ['approve', '业务经理、总经理', false]],
  ['of several the one that leads furthest', [verb('approve', 'salesManager'), verb('create-delivery', 'sales')], ['sales'], [], ['create-delivery', '业务员', true]],
] as const)('%s', (_, verbs, roles, unanswered, [name, who, isMine]) => expect(nextStep({ verbs, roles, unanswered })).toEqual({ verb: { zh: name, en: name }, who: expect.objectContaining({ zh: who }), isMine })) // prettier-ignore

test('what is over waits for nobody', () => expect(nextStep({ verbs: [verb('copy', 'sales')], roles: [], unanswered: [] })).toBeNull())
