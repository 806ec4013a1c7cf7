'use client'

import { Link, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { inLanguages } from '@/src/domain/words/words'
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

const words = inLanguages({
  revision: { zh: '版次', en: 'Revision' },
  at: { zh: '生效时间', en: 'In force since' },
  by: { zh: '审核人', en: 'Approved by' },
  reason: { zh: '变更原因', en: 'Reason' },
  change: { zh: '变更单', en: 'Change' },
  print: { zh: '打印此版', en: 'Print this revision' },
  before: { zh: '版次 {n}', en: 'Revision {n}' },
  where: { zh: '位置', en: 'Where' },
  what: { zh: '内容', en: 'What' },
  one: { zh: '此订单审核后未变更过。', en: 'This order has not been changed since its approval.' },
  same: { zh: '两版之间没有差异。', en: 'The two revisions say the same.' },
  failed: { zh: '版次读取失败。', en: 'The revisions could not be read.' },
  first: { zh: '首次审核', en: 'first approval' },
})

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
