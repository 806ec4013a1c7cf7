import { expect, test } from '@jest/globals'

import { noticesOf, type Release, releasedChangelog, releaseProblems } from '@/src/server/commands/check/release'

const packages = {
  '': { version: '1.2.0' },
  'node_modules/b': { version: '2.0.0', license: 'MIT' },
  'node_modules/a/node_modules/b': { version: '2.0.0', license: 'MIT' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/only-tests': { version: '1.0.0', license: 'MIT', dev: true },
}
const ready: Release = {
  version: '1.2.0',
  lock: { version: '1.2.0', packages },
  changelog: '# Changelog\n\n## Unreleased\n\n## 1.2.0 – 2026-11-29\n\n- A sentence.\n\n## 1.1.0 – 2026-11-01\n',
  notices: noticesOf(packages),
}

test('notices name each delivered package once, and none that only tests use', () => {
  expect(noticesOf(packages).split('\n').slice(3, -1)).toEqual(['a 1.0.0 see the package', 'b 2.0.0 MIT'])
})

test.each<[string, Partial<Release>, readonly RegExp[]]>([
  ['nothing is wrong', {}, []],
  ['the lock file has another version', { lock: { version: '1.1.0', packages } }, [/package-lock/]],
  ['the version has no section', { version: '1.3.0', lock: { version: '1.3.0', packages } }, [/no section "## 1\.3\.0/]],
  ['the section has no day', { changelog: '## 1.2.0\n' }, [/no section/]],
  ['a newer section stands above', { version: '1.1.0', lock: { version: '1.1.0', packages } }, [/above/]],
  ['a package came since the notices were written', { notices: '' }, [/npm run notices/]],
])('%s', (_, changed, expected) => {
  const problems = releaseProblems({ ...ready, ...changed })
  expect(problems).toHaveLength(expected.length)
  expected.forEach((pattern, index) => expect(problems[index]).toMatch(pattern))
})

test('what was unreleased becomes the section of the version, above those before', () => {
  const changelog = '# Changelog\n\n## Unreleased\n\n- New.\n\n## 1.1.0 – 2026-11-01\n\n- Old.\n'
  const released = '# Changelog\n\n## Unreleased\n\n## 1.2.0 – 2026-11-29\n\n- New.\n\n## 1.1.0 – 2026-11-01\n\n- Old.\n'
  expect(releasedChangelog({ changelog, version: '1.2.0', day: '2026-11-29' })).toBe(released)
})

test('a version that waits for its tag takes in what came since, under the new day', () => {
  const changelog =
    '# Changelog\n\n## Unreleased\n\n- New.\n\n## 1.2.0 – 2026-11-28\n\n### Prices\n\n- First.\n\n## 1.1.0 – 2026-11-01\n\n- Old.\n'
  const released = releasedChangelog({ changelog, version: '1.2.0', day: '2026-11-29' })
  expect(released).toBe(
    '# Changelog\n\n## Unreleased\n\n## 1.2.0 – 2026-11-29\n\n- New.\n\n### Prices\n\n- First.\n\n## 1.1.0 – 2026-11-01\n\n- Old.\n',
  )
  expect(releasedChangelog({ changelog: released, version: '1.2.0', day: '2026-11-29' })).toBe(released)
})
