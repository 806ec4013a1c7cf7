import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from '@jest/globals'

/* What docs/security.md says is tested, is: each item names tests that are there. */

const page = readFileSync('docs/security.md', 'utf8')
const items = page
  .slice(page.indexOf('## What is tested'))
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

const specs = ['src', 'tests', 'reports', 'hooks', 'collections'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => `${root}/${name}`),
)

test('every item of the table names a test, and every test it names is there', () => {
  expect(items.length).toBeGreaterThan(30)
  const missing = items.flatMap(([, item = '', , tests = '']) => {
    const named = [...tests.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
    const gone = named.filter((name) => !specs.some((file) => file.endsWith(`/${name}`) || (!name.includes('.') && file === name)))
    return named.length === 0 ? [`${item}: no test`] : gone.map((name) => `${item}: ${name}`)
  })
  expect(missing).toEqual([])
})

test('the threat model is one page', () => {
  const model = page.slice(0, page.indexOf('## What is tested')).split('\n')
  expect(model.length).toBeLessThan(45)
})
