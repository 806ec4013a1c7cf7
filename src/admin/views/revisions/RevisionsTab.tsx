'use client'

import { Link, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { Heads } from '../../components/Heads'
import { instantIn } from '../../instantIn'
import { Differences, RevisionChoice } from './Compared'
import { type Change, spokenChanges } from './spokenChanges'
import { type Chosen, useRevisions } from './useRevisions'

type Revision = { revision: number; at: string; reason: string | null; change: number | null; byName: string | null }
type Told = {
  revisions: Revision[]
  timeZone: string
  changes?: Change[]
  items?: Record<string, string>
  warehouses?: Record<string, string>
}

const words = {
  zh: { revision: '版次', at: '生效时间', by: '审核人', reason: '变更原因', change: '变更单', print: '打印此版', before: '版次 {n}', where: '位置', what: '内容', one: '此订单审核后未变更过。', same: '两版之间没有差异。', failed: '版次读取失败。', first: '首次审核' },
  en: { revision: 'Revision', at: 'In force since', by: 'Approved by', reason: 'Reason', change: 'Change', print: 'Print this revision', before: 'Revision {n}', where: 'Where', what: 'What', one: 'This order has not been changed since its approval.', same: 'The two revisions say the same.', failed: 'The revisions could not be read.', first: 'first approval' },
} as const // prettier-ignore

/** Until somebody chooses: the last revision beside the one before it. */
const lastTwo = (revisions: readonly Revision[]): Chosen | null => {
  const [former, last] = [revisions.at(-2), revisions.at(-1)]
  return former && last ? { from: former.revision, to: last.revision } : null
}

/** 版次: every revision of the open order with who agreed to it, when and why; any two side by side; any of them on paper. */
export const RevisionsTab = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const say = words[language]
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const told = useRevisions<Told>('orders', id, chosen)
  if (told === null) return <p className="flow__told">…</p>
  if (told === 'failed') return <p className="flow__told">{say.failed}</p>
  if (!chosen) {
    const first = lastTwo(told.revisions)
    if (first) setChosen(first)
  }
  const names = { items: told.items ?? {}, warehouses: told.warehouses ?? {} }
  const rows = spokenChanges({ changes: told.changes ?? [], names, language })
  const nameOf = (revision: number): string => say.before.replace('{n}', String(revision))
  return (
    <div className="flow revisions">
      <table>
        <Heads titles={[say.revision, say.at, say.by, say.reason, '']} />
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
          <RevisionChoice
            revisions={told.revisions.map(({ revision }) => ({ key: revision, name: nameOf(revision) }))}
            chosen={chosen}
            language={language}
            choose={setChosen}
          />
          {told.changes && rows.length === 0 && <p>{say.same}</p>}
          {rows.length > 0 && <Differences heads={[say.where, say.what, nameOf(chosen.from), nameOf(chosen.to)]} rows={rows} />}
        </>
      ) : (
        <p className="flow__told">{say.one}</p>
      )}
    </div>
  )
}
