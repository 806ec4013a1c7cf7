import { expect, test } from '@jest/globals'

import { decideHandOver, type Successor } from './decideHandOver'

const to = (more: Partial<Successor> = {}): Successor => ({ id: 1, name: '林', roles: ['sales'], department: 7, disabled: false, ...more })

test.each<[string, Partial<Successor>, number | null, string[]]>([
  ['a salesperson', {}, null, []],
  ['of the same department', {}, 7, []],
  ['of another department', {}, 8, ['NOT_YOUR_DEPARTMENT']],
  ['of none', { department: null }, 8, ['NOT_YOUR_DEPARTMENT']],
  ['who has left', { disabled: true }, null, ['INVALID_INPUT']],
  ['who does not sell', { roles: ['warehouse'] }, null, ['INVALID_INPUT']],
])('%s', (_, more, within, codes) => expect(decideHandOver({ to: to(more), within }).map(({ code }) => code)).toEqual(codes))
