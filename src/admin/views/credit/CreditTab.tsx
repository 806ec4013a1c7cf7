'use client'

import { Link, useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { Heads } from '../../components/Heads'
import { BucketBar, money } from './BucketBar'
import { type CreditCard, loadCredit } from './loadCredit'
import { type Word, words } from './words'

/** 信用: limit, what uses it, what is free, how old the debt is, alarms, releases and ratings of the customer. */
export const CreditTab = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const { permissions } = useAuth()
  const [card, setCard] = useState<CreditCard | 'failed' | null>(null)
  useEffect(() => {
    let gone = false
    const load = async (): Promise<void> => {
      const told = id ? await loadCredit({ id, language, reads: (slug) => Boolean(permissions?.collections?.[slug]?.read) }) : null
      if (!gone) setCard(told ?? 'failed')
    }
    void load()
    return () => void (gone = true)
  }, [id, language, permissions])
  const say = (word: string): string => words[language][word as Word] ?? word
  if (card === null) return <p className="flow__told">…</p>
  if (card === 'failed') return <p className="flow__told">{say('failed')}</p>
  const { position, payer, ageing } = card
  const aged = (ageing?.columns ?? []).filter(({ key }) => /^(notDue|d\d|onAccount|total)$/.test(key))
  return (
    <div className="credit-tab">
      <header>
        {payer.id !== id && <span>{`${say('payer')}: ${payer.name}`}</span>}
        <a href={`/api/customers/${payer.id}/print?name=statement&language=${language}`} target="_blank" rel="noreferrer">
          {say('statement')}
        </a>
        <a href={`/api/reports/customer-statement?customer=${payer.id}&format=xlsx`}>{say('excel')}</a>
      </header>
      <dl>
        {'limit' in position && (
          <Figure
            label={say('limit')}
            value={position.limit === null ? say('none') : money(position.limit)}
            note={position.limitUntil ? `${say('until')} ${position.limitUntil}` : undefined}
          />
        )}
        <Figure
          label={say('exposure')}
          value={money(position.exposure)}
          note={say(position.hold !== 'none' ? position.hold : (position.status ?? ''))}
        />
        {typeof position.free === 'number' && <Figure label={say('free')} value={money(position.free)} alarming={position.free < 0} />}
        <Figure
          label={say('oldest')}
          value={position.oldestOpen ? money(position.oldestOpen.openAmount) : say('noneOpen')}
          note={position.oldestOpen ? `${position.oldestOpen.documentNo} · ${position.oldestOpen.dueDate}` : undefined}
        />
      </dl>
      <BucketBar buckets={position.buckets} exposure={position.exposure} limit={position.limit ?? null} say={say} />
      {position.findings.map((finding, at) => (
        <p key={at} className="credit-tab__alarm">
          {finding.message}
        </p>
      ))}
      {ageing && (
        <Table
          title={say('ageing')}
          heads={aged.map(({ title }) => title)}
          rows={[{ cells: aged.map(({ key }) => money(ageing.totals[key])) }]}
          none={say('nothing')}
        />
      )}
      <Table
        title={say('overdue')}
        heads={[say('no'), say('due'), say('days'), say('amount')]}
        rows={card.overdue.map((row) => ({ cells: [String(row['no']), String(row['due']), String(row['daysLate']), money(row['total'])] }))}
        none={say('nothing')}
      />
      <Table
        title={say('alarms')}
        heads={[say('no'), say('date'), say('amount'), say('status')]}
        rows={card.alarmed.map((row) => ({
          href: `/admin/collections/orders/${row.id}`,
          cells: [row.no, row.date.slice(0, 10), money(row.grossTotal), say(row.creditStatus)],
        }))}
        none={say('nothing')}
      />
      <Table
        title={say('releases')}
        heads={[say('no'), say('date'), say('status')]}
        rows={card.releases.map((row) => ({
          href: `/admin/credit-releases?request=${row.id}`,
          cells: [row.no, row.date.slice(0, 10), say(row.status)],
        }))}
        none={say('nothing')}
      />
      <Table
        title={say('ratings')}
        heads={[
          say('no'),
          say('date'),
          say('points'),
          say('grade'),
          ...(card.ratings.some((row) => 'proposedLimit' in row) ? [say('limit')] : []),
          say('status'),
        ]}
        rows={card.ratings.map((row) => ({
          href: `/admin/collections/credit-grades/${row.id}`,
          cells: [
            row.no,
            row.date.slice(0, 10),
            String(row.points),
            row.grade,
            ...('proposedLimit' in row ? [money(row.proposedLimit)] : []),
            say(row.status),
          ],
        }))}
        none={say('nothing')}
      />
    </div>
  )
}

const Figure = ({ label, value, note, alarming }: { label: string; value: string; note?: string | undefined; alarming?: boolean }) => (
  <div className={alarming ? 'is-alarming' : undefined}>
    <dt>{label}</dt>
    <dd>
      {value}
      {note && <small>{note}</small>}
    </dd>
  </div>
)

type Row = { cells: string[]; href?: string }

const Table = ({ title, heads, rows, none }: { title: string; heads: string[]; rows: Row[]; none: string }) => (
  <section>
    <h4>{title}</h4>
    {rows.length === 0 ? (
      <p>{none}</p>
    ) : (
      <table>
        <Heads titles={heads} />
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.cells.map((cell, index) => (
                <td key={index}>{index === 0 && row.href ? <Link href={row.href}>{cell}</Link> : cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
)
