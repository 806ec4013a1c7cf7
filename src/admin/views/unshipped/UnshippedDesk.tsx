'use client'

import { Banner, Button, Link, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'

import type { ReportDescription } from '@/reports/kit/describeReport'

import { ask } from '../../request/ask'
import { ReportFilters } from '../reports/ReportFilters'
import { textIn } from '../reports/texts'
import { type Chosen, queryOf } from '../reports/useChosen'
import { useReport } from '../reports/useReport'
import { type By, deliveryLines, groupLines, type UnshippedRow } from './groupLines'
import { words } from './words'

type Props = { api: string; admin: string; description: ReportDescription; language: 'zh' | 'en'; mayDeliver: boolean; today: string }

const keyOf = (row: UnshippedRow): string => `${row.orderLineId}|${row.due ?? ''}`
const quantity = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 4 })
const money = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** 未出货明细 on screen: filters in the address, groups with subtotals, late lines marked, chosen lines become one delivery. */
export const UnshippedDesk = ({ api, admin, description, language, mayDeliver, today }: Props) => {
  const say = words[language]
  const text = textIn(language)
  const router = useRouter()
  const url = `${api}/reports/${description.name}`
  const [chosen, setChosen] = useState<Chosen>(() => {
    const asked = typeof window === 'undefined' ? new URLSearchParams() : new URLSearchParams(window.location.search)
    return Object.fromEntries(description.params.map(({ name, initial }) => [name, asked.get(name) ?? initial ?? '']))
  })
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const { answer, problem, loading } = useReport({ url, query: queryOf(chosen).toString(), language, failed: text('failed') })
  const rows = useMemo(() => (answer?.rows ?? []) as UnshippedRow[], [answer])
  const choose = useCallback(
    (next: Chosen) => {
      setChosen(next)
      setPicked(new Set())
      window.history.replaceState(null, '', `${admin}/unshipped?${queryOf(next).toString()}`)
    },
    [admin],
  )
  const wanted = rows.filter((row) => picked.has(keyOf(row)))
  const customers = new Set(wanted.map(({ customerId }) => customerId))
  const held = wanted.some(({ hold }) => hold)
  const toggle = (of: readonly UnshippedRow[], on: boolean): void =>
    setPicked((before) => {
      const next = new Set(before)
      for (const row of of) {
        if (on) next.add(keyOf(row))
        else next.delete(keyOf(row))
      }
      return next
    })
  const deliver = async (): Promise<void> => {
    setBusy(true)
    const send = { customer: wanted[0]?.customerId, lines: deliveryLines(wanted) }
    const key = crypto.randomUUID()
    const made = await ask<{ doc: { id: number } }>(`${api}/deliveries?depth=0`, { send, language, key, waits: true })
    setBusy(false)
    if (made.ok) router.push(`${admin}/collections/deliveries/${made.body.doc.id}`)
    else for (const { message } of made.refusals) toast.error(message)
  }
  const excel = queryOf(chosen)
  excel.set('format', 'xlsx')
  const groups = groupLines(rows, (chosen['by'] || 'date') as By)
  return (
    <div className="report unshipped" aria-busy={loading}>
      <header className="report__head">
        <h1>{description.title}</h1>
        <div className="report__actions">
          {mayDeliver && (
            <Button
              size="small"
              margin={false}
              disabled={busy || wanted.length === 0 || customers.size > 1 || held}
              tooltip={customers.size > 1 ? say.one : held ? say.held : undefined}
              onClick={() => void deliver()}
            >
              {wanted.length > 0 ? `${say.deliver} (${wanted.length})` : say.deliver}
            </Button>
          )}
          <Button el="anchor" url={`${url}?${excel.toString()}`} buttonStyle="secondary" size="small" margin={false}>
            {text('excel')}
          </Button>
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => window.print()}>
            {text('print')}
          </Button>
        </div>
      </header>
      <ReportFilters today={today} params={description.params} chosen={chosen} onChoose={choose} language={language} text={text} />
      {problem && <Banner type="error">{problem}</Banner>}
      {customers.size > 1 && <Banner type="info">{say.one}</Banner>}
      {answer && rows.length === 0 && <p className="report__note">{text('empty')}</p>}
      {answer && answer.rowCount > rows.length && <p className="report__note">{text('firstRows').replace('{n}', String(rows.length))}</p>}
      {rows.length > 0 && (
        <table className="unshipped__table">
          <thead>
            <tr>
              {mayDeliver && <th aria-label={say.choose} />}
              <th>{say.due}</th>
              <th>{say.told}</th>
              <th>{say.state}</th>
              <th>{say.order}</th>
              <th>{say.customer}</th>
              <th>{say.item}</th>
              <th className="figure">{say.open}</th>
              <th className="figure">{say.planned}</th>
              <th className="figure">{say.amount}</th>
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.name}>
              <tr className="unshipped__group">
                {mayDeliver && (
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`${say.choose} ${group.name}`}
                      checked={group.rows.every((row) => picked.has(keyOf(row)))}
                      onChange={(event) => toggle(group.rows, event.target.checked)}
                    />
                  </td>
                )}
                <th colSpan={6} scope="rowgroup">
                  {group.name} · {group.rows.length} {group.rows.length === 1 ? say.line : say.lines}
                </th>
                <td className="figure">{quantity(group.open)}</td>
                <td />
                <td className="figure">{money(group.amount)}</td>
              </tr>
              {group.rows.map((row) => (
                <tr key={keyOf(row)} className={`unshipped--${row.stateId}`}>
                  {mayDeliver && (
                    <td>
                      <input
                        type="checkbox"
                        aria-label={`${say.choose} ${row.no} ${row.itemCode}`}
                        checked={picked.has(keyOf(row))}
                        onChange={(event) => toggle([row], event.target.checked)}
                      />
                    </td>
                  )}
                  <td>{row.due}</td>
                  <td className={row.told && row.due && row.told > row.due ? 'is-short' : undefined}>{row.told}</td>
                  <td>
                    {row.state}
                    {row.stateId === 'overdue' ? ` ${row.late} ${say.days}` : ''}
                    {row.hold ? ` · ${row.hold}` : ''}
                  </td>
                  <td>
                    <Link href={`${admin}/collections/orders/${row.orderId}`}>{row.no}</Link>
                  </td>
                  <td>{row.customer}</td>
                  <td>
                    {row.itemCode} {row.item}
                    {row.specification && <small>{row.specification}</small>}
                  </td>
                  <td className="figure">
                    {quantity(row.open)} {row.unit}
                  </td>
                  <td className="figure">{row.planned ? quantity(row.planned) : ''}</td>
                  <td className="figure">{money(row.amount)}</td>
                </tr>
              ))}
            </tbody>
          ))}
          <tfoot>
            <tr>
              <th colSpan={mayDeliver ? 7 : 6}>{say.total}</th>
              <td className="figure">{quantity(Number(answer?.totals['open'] ?? 0))}</td>
              <td />
              <td className="figure">{money(Number(answer?.totals['amount'] ?? 0))}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </div>
  )
}
