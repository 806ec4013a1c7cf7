import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema, parse, validate } from 'graphql'

import { maxCostRule } from './graphqlCost'

const schema = buildSchema(`
  type Person { id: Int name: String department: Department }
  type Department { id: Int name: String head: Person }
  type Line { id: Int item: Int qty: Float }
  type Order { id: Int no: String salesperson: Person lines: [Line!] }
  type Orders { docs: [Order!] totalDocs: Int }
  type Query { Orders(limit: Int, page: Int): Orders Order(id: Int): Order }
  type Mutation { updateOrder(id: Int): Order }
`)

/** What a question costs: the figure at which it is just not refused. */
const refused = (query: string, most: number, variables: Record<string, unknown> = {}): boolean =>
  validate(schema, parse(query), [maxCostRule(most, variables)]).length > 0

const costOf = (query: string, variables: Record<string, unknown> = {}): number => {
  let [low, high] = [0, 10_000_000]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (refused(query, middle, variables)) low = middle + 1
    else high = middle
  }
  return low
}

describe('what an answer costs', () => {
  test.each([
    ['{ Order { id no } }', 3],
    ['{ Orders(limit: 1) { docs { id } } }', 3],
    ['{ Orders(limit: 100) { docs { id no } } }', 400],
    ['{ Orders { docs { id no } } }', 40],
    ['{ Orders(limit: 0) { docs { id no } } }', 4000],
    ['{ Orders(limit: -1) { docs { id no } } }', 4000],
    ['{ Orders(limit: 10) { docs { lines { id qty } } } }', 170],
    ['{ Orders(limit: 10) { docs { salesperson { department { head { name } } } } } }', 60],
    ['mutation { updateOrder(id: 1) { id lines { id } } }', 12],
    ['query { ...all } fragment all on Query { Orders(limit: 10) { docs { id } } }', 30],
    ['{ Orders(limit: 10) { ... on Orders { docs { ... on Order { id } } } } }', 30],
  ])('%s: %d', (query, cost) => expect(costOf(query)).toBe(cost))

  test('a number in a variable counts as what it is; one that is none, as many as there may be', () => {
    const query = 'query ($n: Int) { Orders(limit: $n) { docs { id no } } }'
    expect([1, 100, 5000, 0, 'x'].map((n) => costOf(query, { n }))).toEqual([4, 400, 4000, 4000, 4000])
  })

  test('fragments inside themselves end', () => {
    expect(refused('{ ...a } fragment a on Query { Orders { totalDocs } ...b } fragment b on Query { ...a }', 1_000_000)).toBe(false)
  })

  test('depth, rows and relations are bounded together: none can be traded for another', () => {
    const chain = (depth: number): string => (depth === 0 ? 'id' : `id name department { id name head { ${chain(depth - 1)} } }`)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 6 }), (limit, depth) => {
        const fields = 3 + depth * 6
        expect(costOf(`{ Orders(limit: ${limit}) { docs { salesperson { ${chain(depth)} } } } }`)).toBe(limit * (fields + 1))
      }),
      { numRuns: 30 },
    )
  })
})
