import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from '@jest/globals'

import '.'
import { statesOf } from '@/src/domain/kernel/documentKind'
import { allKinds } from '@/src/domain/kinds'
import { allRules, contradictionsIn, isDocument, rulesOf, unsaidIn } from '@/src/engine/define'
import { kindsInOrder, knownKinds, linksInOrder, tableOf } from '@/src/ledger/kinds'

/** Records that documents lead to without being documents of the engine. */
const records = ['order-reviews']
const all = allRules().map((rules) => [rules.slug, rules] as const)

test.each(all)('the definition of %s is complete and contradicts nothing', (_slug, rules) => {
  expect([...contradictionsIn(rules), ...unsaidIn(rules)]).toEqual([])
})

test.each(all)('%s: its lock, its ways and what stands on it follow from its definition', (slug, rules) => {
  expect(tableOf(slug)).toBe(slug.replaceAll('-', '_'))
  expect(knownKinds().find((kind) => kind.slug === slug)).toEqual({ slug, links: rules.links ?? [], standsOn: rules.standsOn ?? [] })
  for (const link of rules.links ?? []) {
    expect([link.from, link.to]).toContain(slug)
    for (const end of [link.from, link.to]) expect(isDocument(end) || records.includes(end)).toBe(true)
  }
  for (const { on, gone } of rules.standsOn ?? []) {
    expect(isDocument(on)).toBe(true)
    expect(kindsInOrder().indexOf(on)).toBeLessThan(kindsInOrder().indexOf(slug))
    expect(statesOf(rules)).toEqual(expect.arrayContaining([...gone]))
  }
})

test('goods and money go from the sample to the receipt, and are locked in that order', () => {
  const main = ['samples', 'quotes', 'orders', 'deliveries', 'returns', 'invoices', 'receipts']
  expect(kindsInOrder().filter((slug) => main.includes(slug))).toEqual(main)
  expect(linksInOrder().length).toBe(allRules().flatMap(({ links = [] }) => links).length)
})

test('every kind is defined, and nothing else', () => {
  expect(
    allRules()
      .map(({ slug }) => slug)
      .sort(),
  ).toEqual(allKinds.map(({ slug }) => slug).sort())
})

test.each(allKinds.map((kind) => [kind.slug, kind] as const))('%s says what its engine does', (slug, kind) => {
  expect(rulesOf(slug)).toMatchObject({ ...kind, rows: expect.anything() })
})

test('what a definition leaves unsaid is told in words', () => {
  const letters = {
    slug: 'quotes',
    title: { zh: '信', en: '', many: 'Letters' },
    purpose: { zh: '', en: 'Letters' },
    series: 'SO',
    states: { draft: { zh: '草稿', en: '' } },
    ended: ['posted'],
    releases: ['credit'],
    guards: { credit: null, minimumPrice: true },
  } as const
  expect(unsaidIn(letters)).toEqual([
    'quotes: series SO is that of orders',
    'quotes: name has no word in en',
    'quotes: purpose has no word in zh',
    'quotes: status draft has no word in en',
    'quotes: its rules and its kind differ on whether somebody may let its credit pass',
    'quotes: its rules and its kind differ on whether somebody may let its price pass',
    'quotes: ended status posted is unknown',
  ])
})

test('a verb is a file', () => {
  const verbsIn = (file: string): number => readFileSync(file, 'utf8').match(/^(export )?const \w+: \w*(Verb|Step)\b/gm)?.length ?? 0
  const files = readdirSync('src/usecases', { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.spec)\.ts$/.test(file))
  expect(files.filter((file) => verbsIn(`src/usecases/${file}`) > 1)).toEqual([])
  expect(files.filter((file) => verbsIn(`src/usecases/${file}`) === 1).length).toBeGreaterThan(60)
})
