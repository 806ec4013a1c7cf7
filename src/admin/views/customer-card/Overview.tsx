'use client'

import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'

import { Pill } from '@/src/admin/components/pill/Pill'
import { spokenFigure } from '@/src/domain/grid/readCell'
import { statusWord } from '@/src/domain/words/statusWords'
import type { CustomerOverview } from '@/src/questions/customers/overview'

import { Contacts, Steps } from './People'
import { useAnswer } from './useAnswer'
import type { Say } from './words'

type Row = { slug: string; id: number; no: string; date: string; status: string; amount?: number; currency?: string; title?: string }
type Told = {
  customer: { id: number; code: string; name: string; salesperson: string | null; contact: string | null; phone: string | null }
  payer: { id: number; name: string } | null
  credit: {
    receivable: number
    exposure: number
    limit?: number | null
    free?: number | null
    oldestOverdue: { documentNo: string; dueDate: string; openAmount: number } | null
  } | null
  orders: { count: number; amounts: Array<{ currency: string; amount: number }>; rows: Row[] }
  samples: { count: number; rows: Row[] }
  lastContact: { at: string; by: string; text: string } | null
} & Pick<CustomerOverview, 'contacts' | 'steps'>

const money = (value: number): string => spokenFigure(value, 'amount')

const Tile = ({ label, value, note, alarming }: { label: string; value: ReactNode; note?: ReactNode; alarming?: boolean }) => (
  <div className={`customer-card__tile${alarming ? ' is-alarming' : ''}`}>
    <dt>{label}</dt>
    <dd>
      <strong>{value}</strong>
      {note && <small>{note}</small>}
    </dd>
  </div>
)

export const DocumentRows = ({ rows, language }: { rows: readonly Row[]; language: 'zh' | 'en' }) => (
  <ul className="customer-card__rows">
    {rows.map(({ slug, id, no, date, status, amount, currency, title }) => (
      <li key={`${slug}/${String(id)}`}>
        <Link href={`/admin/collections/${slug}/${String(id)}`} prefetch={false}>
          {no}
        </Link>
        <span>{title ?? date}</span>
        <Pill value={status}>{statusWord(slug, status, language) ?? status}</Pill>
        {amount !== undefined && (
          <span className="is-figure">
            {money(amount)} {currency}
          </span>
        )}
      </li>
    ))}
  </ul>
)

/** What one wants to know before one calls the customer. */
export const Overview = ({ id, language, say }: { id: number | string; language: 'zh' | 'en'; say: Say }) => {
  const told = useAnswer<Told>(`/api/customers/${String(id)}/card`, language)
  if (told === null) return <p aria-busy="true">{say('loading')}</p>
  if (told === 'failed') return <p role="alert">{say('failed')}</p>
  const { customer, credit, orders, samples, lastContact, payer, contacts, steps } = told
  return (
    <>
      <p className="customer-card__who">
        {[
          customer.salesperson && `${say('salesperson')} ${customer.salesperson}`,
          customer.contact && `${say('contact')} ${customer.contact}`,
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        {customer.phone && <a href={`tel:${customer.phone}`}>{customer.phone}</a>}{' '}
        {payer && (
          <Link href={`/admin/collections/customers/${String(payer.id)}/card`} prefetch={false}>
            {say('payer')} {payer.name}
          </Link>
        )}
      </p>
      <dl className="customer-card__tiles">
        {credit && (
          <>
            <Tile label={say('receivable')} value={money(credit.receivable)} note={`${say('exposure')} ${money(credit.exposure)}`} />
            {'free' in credit && (
              <Tile
                label={say('free')}
                value={typeof credit.free === 'number' ? money(credit.free) : say('unlimited')}
                alarming={typeof credit.free === 'number' && credit.free < 0}
              />
            )}
            <Tile
              label={say('overdue')}
              value={credit.oldestOverdue ? money(credit.oldestOverdue.openAmount) : say('none')}
              note={credit.oldestOverdue && `${credit.oldestOverdue.documentNo} · ${credit.oldestOverdue.dueDate}`}
              alarming={credit.oldestOverdue !== null}
            />
          </>
        )}
        <Tile
          label={say('orders')}
          value={String(orders.count)}
          note={orders.amounts.map(({ currency, amount }) => `${money(amount)} ${currency}`).join(' · ')}
        />
        <Tile label={say('samples')} value={String(samples.count)} />
      </dl>
      <div className="customer-card__pair">
        <section>
          <h3>{say('contacts')}</h3>
          <Contacts contacts={contacts} say={say} />
        </section>
        <section>
          <h3>{say('lastContact')}</h3>
          {lastContact ? (
            <>
              <p>{lastContact.text}</p>
              <small>
                {lastContact.by} · {lastContact.at}
              </small>
            </>
          ) : (
            <p>{say('noContact')}</p>
          )}
        </section>
        <section>
          <h3>{say('nextStep')}</h3>
          <Steps steps={steps} say={say} />
        </section>
        <section>
          <h3>{say('orders')}</h3>
          {orders.rows.length > 0 ? <DocumentRows rows={orders.rows} language={language} /> : <p>{say('noOrders')}</p>}
        </section>
        <section>
          <h3>{say('samples')}</h3>
          {samples.rows.length > 0 ? <DocumentRows rows={samples.rows} language={language} /> : <p>{say('noSamples')}</p>}
        </section>
      </div>
    </>
  )
}
