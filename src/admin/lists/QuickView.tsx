import { Link } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { Pill } from '@/src/admin/components/pill/Pill'
import { ask } from '@/src/admin/request/ask'

import type { ListWords } from './words'

type Glance = {
  id: number
  title: string
  fields: Array<{ name: string; label: string; text: string; state?: string }>
  lines: Array<{ item: string; qty: string; amount: string }>
  moreLines: number
}

/** One record beside its list: looked at, not left for. */
export const QuickView = ({
  slug,
  id,
  address,
  language,
  say,
  onClose,
}: {
  slug: string
  id: number
  address: string
  language: string
  say: ListWords
  onClose: () => void
}) => {
  const [seen, setSeen] = useState<Glance | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    const look = async (): Promise<void> => {
      const reply = await ask<Glance>(`/api/lists/${slug}/${String(id)}`, { language, signal: abort.signal, waits: true })
      if (reply.ok) setSeen(reply.body)
    }
    look().catch(() => undefined) // the row itself stays in the list
    return () => abort.abort()
  }, [id, language, slug])
  const states = seen?.fields.filter(({ state }) => state) ?? []
  return (
    <aside className="list__glance" aria-label={say('glance')} aria-busy={seen?.id !== id}>
      <header>
        <h2>
          <Link href={address} prefetch={false}>
            {seen?.id === id ? seen.title : '…'}
          </Link>
        </h2>
        {slug === 'customers' && (
          <Link href={`${address}/card`} prefetch={false}>
            {say('customerCard')}
          </Link>
        )}
        <button type="button" className="list__button" aria-label={say('close')} onClick={onClose}>
          ×
        </button>
      </header>
      {seen?.id === id && (
        <>
          <p className="list__states">
            {states.map(({ name, label, text, state = '' }) => (
              <Pill key={name} value={state} title={label}>
                {name === 'status' ? text : `${label} ${text}`}
              </Pill>
            ))}
          </p>
          {seen.lines.length > 0 && (
            <table>
              <tbody>
                {seen.lines.map(({ item, qty, amount }, index) => (
                  <tr key={index}>
                    <td>{item}</td>
                    <td className="is-figure">{qty}</td>
                    <td className="is-figure">{amount}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {seen.moreLines > 0 && <p>{say('moreLines', seen.moreLines)}</p>}
          <dl>
            {seen.fields
              .filter(({ state }) => !state)
              .map(({ name, label, text }) => (
                <div key={name}>
                  <dt>{label}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
          </dl>
        </>
      )}
    </aside>
  )
}
