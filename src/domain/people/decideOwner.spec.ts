import { describe, expect, test } from '@jest/globals'

import { decideOwner, type Writer } from './decideOwner'

const wang = 7
const li = 8
const zhao = 9
const east = 1
const west = 2
const nobody = { salesperson: null, department: null }
const clerk: Writer = { id: wang, scope: 'own', department: east }
const manager: Writer = { id: zhao, scope: 'department', department: east }
const general: Writer = { id: 3, scope: 'all', department: null }
const base = { writer: clerk as Writer | null, entered: nobody, stored: null, customer: nobody, colleagues: new Set([wang, zhao]) }
const decide = (more: Partial<Parameters<typeof decideOwner>[0]>) => {
  const { salesperson, department, findings } = decideOwner({ ...base, ...more })
  return [salesperson, department, findings.map(({ path }) => path)]
}

describe('whose a document is', () => {
  test.each<[string, Partial<Parameters<typeof decideOwner>[0]>, unknown[]]>([
    ['his own', {}, [wang, east, []]],
    ['his own, said', { entered: { salesperson: wang, department: east } }, [wang, east, []]],
    [
      'without a department the customer’s',
      { writer: { ...clerk, department: null }, customer: { salesperson: wang, department: west } },
      [wang, west, []],
    ],
    ['a colleague is refused', { entered: { salesperson: li, department: null } }, [li, east, ['salesperson']]],
    [
      'even the customer’s own',
      { entered: { salesperson: li, department: null }, customer: { salesperson: li, department: west } },
      [li, east, ['salesperson']],
    ],
    ['another department is refused', { entered: { salesperson: null, department: west } }, [wang, west, ['department']]],
    [
      'what a manager decided stands',
      { entered: { salesperson: li, department: west }, stored: { salesperson: li, department: west } },
      [li, west, []],
    ],
    ['a manager: the customer’s', { writer: manager, customer: { salesperson: li, department: west } }, [li, west, []]],
    ['a manager within his department', { writer: manager, entered: { salesperson: wang, department: east } }, [wang, east, []]],
    ['a manager beyond it', { writer: manager, entered: { salesperson: li, department: west } }, [li, west, ['salesperson', 'department']]],
    ['who sees all chooses', { writer: general, entered: { salesperson: li, department: west } }, [li, west, []]],
    ['the house takes what is said', { writer: null, entered: { salesperson: li, department: null } }, [li, null, []]],
  ])('%s', (_name, more, expected) => expect(decide(more)).toEqual(expected))
})
