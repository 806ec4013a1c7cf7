import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import '@/src/usecases'
import { statesOf } from '@/src/domain/kernel/documentKind'
import { statusWord } from '@/src/domain/words/statusWords'
import { allowedVerbs, targetsOf } from '@/src/domain/kernel/steps'
import { allRules } from '@/src/engine/define'

/*
 * The repository stands alone: what a comment or the name of a test refers to stands in docs/rules (formulas as headings, cases as
 * items of a list) or in docs/adr, and the tables of states there are those the engine runs.
 */

const root = process.cwd()
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const under = (folder: string, ending: RegExp): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => `${folder}/${file}`)

const pages = under('docs/rules', /\.md$/)
const rules = pages.map(read).join('\n')
const sources = [
  ...['src', 'hooks', 'collections', 'reports', 'tests'].flatMap((folder) => under(folder, /\.tsx?$/)),
  ...under('docs', /\.md$/),
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
].filter((file) => !/payload-types|migrations|quality\/rules\.spec/.test(file))

const formulas = new Set([...rules.matchAll(/^#+ (F\d+) /gm)].map(([, name]) => name))
const cases = new Set([...rules.matchAll(/^\* \*\*([A-Z]+-\d{2})\*\* /gm)].map(([, name]) => name))
const decisions = new Set(under('docs/adr', /\d{4}-.*\.md$/).map((file) => Number(/(\d{4})-/.exec(file)?.[1])))

const referring = (pattern: RegExp): Array<{ file: string; name: string }> =>
  sources.flatMap((file) => [...read(file).matchAll(pattern)].map(([, name]) => ({ file, name: name ?? '' })))

test('a case that a comment or a test is named after stands in docs/rules', () => {
  const found = referring(/\b((?:S|C|Q|O|R|P|M|V|CR|IC)-\d{2})\b(?!\d)/g)
  expect(found.length).toBeGreaterThan(150)
  expect(found.filter(({ name }) => !cases.has(name))).toEqual([])
})

test('a formula that a comment names is a heading of docs/rules', () => {
  const found = [...referring(/(?:\(|\bproperty |\bby |^\s*(?:\*|\/\/) |['`, ])(F\d{1,2})(?=[):,. ])/gm)]
  expect(found.length).toBeGreaterThan(30)
  expect(found.filter(({ name }) => !formulas.has(name))).toEqual([])
})

test('a decision that a comment names is in docs/adr', () => {
  expect(referring(/\bADR (\d+)\b/g).filter(({ name }) => !decisions.has(Number(name)))).toEqual([])
})

test('a file that the guides name is there', () => {
  const named = ['README.md', 'CONTRIBUTING.md', 'reports/README.md'].flatMap((page) =>
    [...read(page).matchAll(/`((?:src|hooks|collections|reports|tests)\/[\w./-]+\.tsx?)`/g)].map(([, file]) => file ?? ''),
  )
  expect(named.length).toBeGreaterThan(25)
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})

test('nothing points at a text that is not in the repository', () => {
  const elsewhere =
    /\b(DOMAIN|CONTRACT)\b|\b(?:DOMAIN|CONTRACT|DESIGN|STYLE|SCREENS|PAYLOAD)\.md\b|\bPAYLOAD (?:§|traps)|\(DESIGN\b|§ ?F?\d|\bissue #?\d+/
  expect(sources.filter((file) => elsewhere.test(read(file)))).toEqual([])
})

test('every case and formula stands once', () => {
  const every = [...rules.matchAll(/^(?:#+ |\* \*\*)([A-Z]+-?\d+)/gm)].map(([, name]) => name)
  expect(every.filter((name, at) => every.indexOf(name) !== at)).toEqual([])
})

describe('the states in docs/rules are those of the code', () => {
  test.each(allRules().map((document) => [document.slug, document] as const))('%s', (slug, { title, states, steps }) => {
    const rows = statesOf({ states }).map((status) => {
      const verbs = allowedVerbs(steps, status).map((verb) => `${verb} → ${targetsOf(steps, status, verb).join(', ')}`)
      return `| ${status} ${statusWord(slug, status, 'zh')} | ${verbs.join(' · ')} |`
    })
    const headed = rules.split(/^#+ /m).find((section) => section.startsWith(`${title.en} ${title.zh}\n`)) ?? ''
    const tight = (text: string): string => text.replace(/ +/g, ' ')
    const table = tight(headed)
      .split('\n')
      .filter((line) => line.startsWith('| ') && !/^\| (status|-)/.test(line))
    expect(table).toEqual(rows.map(tight))
  })
})

test('a long file says at its head why it is long, and no other does', () => {
  const isLong = (file: string, text: string): boolean => text.split('\n').length - 1 > (/\.spec\.tsx?$|^tests\//.test(file) ? 300 : 200)
  const says = (text: string): boolean => text.split('\n', 3).some((line) => /^\/\/ More than \d00 lines: .{10,}\.$/.test(line))
  const files = [...sources.filter((file) => /\.tsx?$/.test(file)), 'payload.config.ts'].map((file) => ({ file, text: read(file) }))
  expect(files.filter(({ file, text }) => isLong(file, text) !== says(text)).map(({ file }) => file)).toEqual([])
})
