import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from '@jest/globals'

import '.'
import { statusWords } from '@/src/domain/words/statusWords'
import { allRules, contradictionsIn, isDocument, unsaidIn } from '@/src/engine/define'
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
    expect(rules.statuses).toEqual(expect.arrayContaining([...gone]))
  }
})

test('goods and money go from the sample to the receipt, and are locked in that order', () => {
  const main = ['samples', 'quotes', 'orders', 'deliveries', 'returns', 'invoices', 'receipts']
  expect(kindsInOrder().filter((slug) => main.includes(slug))).toEqual(main)
  expect(linksInOrder().length).toBe(allRules().flatMap(({ links = [] }) => links).length)
})

test('every kind with words for its states is defined, and the other way round', () => {
  expect([...allRules().map(({ slug }): string => slug), ...records].sort()).toEqual(Object.keys(statusWords).sort())
})

test('what a definition leaves unsaid is told in words', () => {
  const letters = { slug: 'quotes', title: { zh: '信', en: '', many: 'Letters' }, series: 'SO', statuses: ['draft', 'posted'] } as const
  expect(unsaidIn(letters)).toEqual([
    'quotes: has no name in en',
    'quotes: series SO is that of orders',
    'quotes: status posted has no word in zh',
    'quotes: status posted has no word in en',
  ])
})

test('a verb is a file', () => {
  const verbsIn = (file: string): number => readFileSync(file, 'utf8').match(/^(export )?const \w+: \w*(Verb|Step)\b/gm)?.length ?? 0
  const files = readdirSync('src/usecases', { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.spec)\.ts$/.test(file))
  expect(files.filter((file) => verbsIn(`src/usecases/${file}`) > 1)).toEqual([])
  expect(files.filter((file) => verbsIn(`src/usecases/${file}`) === 1).length).toBeGreaterThan(60)
})
