import { expect, test } from '@jest/globals'

import { packageProblems } from '@/src/server/commands/check/packageProblems'
import { readRelease } from '@/src/server/commands/check/readRelease'

test('no package of others has a licence that does not go with ours, or a problem that is known and not excused', () => {
  const { problems, looked } = packageProblems(readRelease().lock.packages)
  expect(problems).toEqual([])
  expect(looked).toBeGreaterThan(1000)
})

test('a licence is allowed alone, in a choice when one is, together when all are', () => {
  const isAllowed = (license: string) => packageProblems({ 'node_modules/a': { version: '1.0.0', license } }, []).problems.length === 0
  const told = ['MIT', '(MIT OR GPL-3.0-or-later)', 'MIT AND OFL-1.1', 'GPL-3.0-or-later', 'MIT AND AGPL-3.0', 'UNLICENSED'].map(isAllowed)
  expect(told).toEqual([true, true, true, false, false, false])
})

test('a known problem is told, one that is excused only where its reason holds, and an excuse for nothing is a problem', () => {
  const known = [
    { name: 'a', from: '2.0.0', before: '2.1.0', what: 'bad' },
    { name: 'b', before: '9.0.0', what: 'worse', excused: 'only the tests use it; it is not delivered' },
  ]
  const asked = (a: string, dev: boolean) =>
    packageProblems(
      { 'node_modules/a': { version: a, license: 'MIT' }, 'node_modules/x/node_modules/b': { version: '1.0.0', license: 'MIT', dev } },
      known,
    ).problems
  expect(asked('2.0.5', true)).toEqual(['a 2.0.5: bad'])
  expect(asked('2.1.0', true)).toEqual([])
  expect(asked('1.9.0', false)).toEqual(['b 1.0.0: worse'])
  expect(packageProblems({ 'node_modules/c': { version: '1.0.0' } }, known).problems).toEqual([
    'c 1.0.0: its licence is not known',
    'b: worse is excused and not there any more',
  ])
})
