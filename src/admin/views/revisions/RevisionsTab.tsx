'use client'

import { Link, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { instantIn } from '../../instantIn'
import { ask } from '../../request/ask'
import { type Change, spokenChanges } from './spokenChanges'

type Revision = { revision: number; at: string; reason: string | null; change: number | null; byName: string | null }
type Told = {
  revisions: Revision[]
  timeZone: string
  changes?: Change[]
  items?: Record<string, string>
  warehouses?: Record<string, string>
}

const words = {
  zh: { revision: '版次', at: '生效时间', by: '审核人', reason: '变更原因', change: '变更单', print: '打印此版', compare: '比较', with: '与', before: '版次 {n}', where: '位置', what: '内容', one: '此订单审核后未变更过。', same: '两版之间没有差异。', failed: '版次读取失败。', first: '首次审核' },
  en: { revision: 'Revision', at: 'In force since', by: 'Approved by', reason: 'Reason', change: 'Change', print: 'Print this revision', compare: 'Compare', with: 'with', before: 'Revision {n}', where: 'Where', what: 'What', one: 'This order has not been changed since its approval.', same: 'The two revisions say the same.', failed: 'The revisions could not be read.', first: 'first approval' },
} as const // prettier-ignore

/** 版次: every revision of the open order with who agreed to it, when and why; any two side by side; any of them on paper. */
export const RevisionsTab = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const say = words[language]
  const [chosen, setChosen] = useState<{ from: number; to: number } | null>(null)
  const [told, setTold] = useState<Told | 'failed' | null>(null)
  useEffect(() => {
    let gone = false
    const load = async (): Promise<void> => {
      const query = chosen ? `?from=${chosen.from}&to=${chosen.to}` : ''
      const answer = await ask<Told>(`/api/revisions/orders/${id ?? ''}${query}`)
      const read = answer.ok ? answer.body : 'failed'
      if (gone) return
      setTold(read)
      const [last, former] = read === 'failed' ? [] : [read.revisions.at(-1), read.revisions.at(-2)]
      if (!chosen && last && former) setChosen({ from: former.revision, to: last.revision })
    }
    void load()
    return () => void (gone = true)
  }, [id, chosen])
  if (told === null) return <p className="flow__told">…</p>
  if (told === 'failed') return <p className="flow__told">{say.failed}</p>
  const names = { items: told.items ?? {}, warehouses: told.warehouses ?? {} }
  const rows = spokenChanges({ changes: told.changes ?? [], names, language })
  const pick = (end: 'from' | 'to') =>
    chosen && (
      <select
        value={chosen[end]}
        aria-label={`${say.compare} ${end}`}
        onChange={(event) => setChosen({ ...chosen, [end]: Number(event.target.value) })}
      >
        {told.revisions.map(({ revision }) => (
          <option key={revision} value={revision}>
            {say.before.replace('{n}', String(revision))}
          </option>
        ))}
      </select>
    )
  return (
    <div className="flow revisions">
      <table>
        <thead>
          <tr>
            <th>{say.revision}</th>
            <th>{say.at}</th>
            <th>{say.by}</th>
            <th>{say.reason}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {told.revisions.map(({ revision, at, byName, reason, change }) => (
            <tr key={revision}>
              <td>{revision}</td>
              <td>{at ? instantIn(at, told.timeZone) : '–'}</td>
              <td>{byName ?? '–'}</td>
              <td>
                {reason ?? say.first}{' '}
                {change && <Link href={`${config.routes.admin}/collections/order-changes/${change}`}>{say.change}</Link>}
              </td>
              <td>
                <a href={`/api/orders/${id ?? ''}/print?revision=${revision}&language=${language}`} target="_blank" rel="noreferrer">
                  {say.print}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen ? (
        <>
          <p className="revisions__choice">
            {say.compare} {pick('from')} {say.with} {pick('to')}
          </p>
          {told.changes && rows.length === 0 && <p>{say.same}</p>}
          {rows.length > 0 && (
            <table>
              <thead>
                <tr>
                  <th>{say.where}</th>
                  <th>{say.what}</th>
                  <th>{say.before.replace('{n}', String(chosen.from))}</th>
                  <th>{say.before.replace('{n}', String(chosen.to))}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.key}>
                    <td>{row.where}</td>
                    <td>{row.what}</td>
                    <td className="revisions__before">{row.before}</td>
                    <td className="revisions__after">{row.after}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      ) : (
        <p className="flow__told">{say.one}</p>
      )}
    </div>
  )
}
