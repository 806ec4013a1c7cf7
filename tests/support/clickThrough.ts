import { reports } from '@/reports'
import type { Column } from '@/reports/kit/columns'

import type { Api } from './app'
import { questionsOf } from './reportQuestions'

/** What a row says of what another report opens with: the sum of these columns is the total of that one. */
const across: Readonly<Record<string, readonly string[]>> = {
  'salesperson-performance': ['invoiced'],
  'customer-changes': ['before', 'amount'],
  'receivables-moves': ['closing'],
}
/** Rows that open more than themselves: one date of a line opens its customer's, a difference the invoices of both periods. */
const wider = new Set(['unshipped-lines', 'price-volume-mix'])

const slugOf = (opens: NonNullable<Column['opens']>, row: Readonly<Record<string, unknown>>): string =>
  'slug' in opens ? opens.slug : String(row[opens.slugIn])

type Walk = { api: Api; token: string; seesAll: boolean }

/**
 * Asks every report by everything it is told by, opens a record of every column that opens some, and clicks on its first rows: what is found must add up to the row and agree
 * with the books. Whoever sees all also finds no column that leads nowhere.
 */
export async function clickThrough({ api, token, seesAll }: Walk): Promise<{ wrong: string[]; drilled: ReadonlySet<string> }> {
  const wrong: string[] = []
  const drilled = new Set<string>()
  const get = (name: string, query: string) => api.get(`/reports/${name}?${query}`, { token })
  for (const report of reports) {
    for (const query of questionsOf(report).filter((one) => one === '' || (seesAll && one.startsWith('by=')))) {
      const { status, body } = await get(report.name, query)
      if (status !== 200) continue
      for (const { key, opens } of body.columns) {
        const row = opens && body.rows.find((one) => one[key] && one[opens.id])
        if (opens && row) {
          const record = `${slugOf(opens, row)}/${row[opens.id]}`
          if ((await api.get(`/${record}?depth=0`, { token })).status !== 200) wrong.push(`${report.name}?${query}: ${key} → ${record}`)
        } else if (opens && seesAll && body.rows.some((one) => one[key])) wrong.push(`${report.name}?${query}: ${key} leads nowhere`)
      }
      for (const at of [0, 1]) {
        const [row, drill] = [body.rows[at], body.drills[at]]
        if (!row || !drill) continue
        drilled.add(report.name)
        const { _report: other, ...changes } = drill
        const asked = new URLSearchParams(other ? '' : query)
        for (const [name, value] of Object.entries(changes)) {
          if (value === null) asked.delete(name)
          else asked.set(name, value)
        }
        const below = await get(other ?? report.name, asked.toString())
        const told = `${report.name}?${query} → ${other ?? report.name}?${asked.toString()}`
        if (below.status !== 200 || !below.body.controlTotal.ok) {
          wrong.push(`${told}: ${below.status} ${JSON.stringify(below.body)}`.slice(0, 600))
          continue
        }
        const { column } = below.body.controlTotal
        const wanted = (other ? (across[report.name] ?? []) : [column]).reduce((sum, key) => sum + Number(row[key] ?? 0), 0)
        const found = Number(below.body.totals[column] ?? wanted)
        if (!wider.has(report.name) && Math.abs(wanted - found) >= 0.005) wrong.push(`${told}: ${wanted} ≠ ${found}`)
      }
    }
  }
  return { wrong, drilled }
}
