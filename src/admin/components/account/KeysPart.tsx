'use client'

import { type FormEvent, useState } from 'react'

import { ask } from '../../request/ask'
import { Heads } from '../Heads'
import { type Account, moment } from './account'
import { FormFoot } from './FormFoot'
import { FactorCode, PasswordInForce } from './ProofFields'
import { refusalOf } from './refusalOf'
import { accountWords, type AccountLanguage } from './words'
import { copyText } from '@/src/admin/request/copyText'

type Key = Account['keys'][number]

const stateOf = ({ endedAt, expiresAt }: Key): 'keyEnded' | 'keyLate' | 'keyValid' =>
  endedAt ? 'keyEnded' : new Date(expiresAt) < new Date() ? 'keyLate' : 'keyValid'

/** Keys of programs: made by the server and shown once; ended by a press. */
export const KeysPart = ({
  id,
  isOwn,
  account,
  language,
  changed,
}: {
  id: number
  isOwn: boolean
  account: Account
  language: AccountLanguage
  changed: () => void
}) => {
  // prettier-ignore
  const words = accountWords[language]
  const [isOpen, setOpen] = useState(false)
  const [made, setMade] = useState('')
  const [told, setTold] = useState('')
  const make = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    event.stopPropagation()
    const form = new FormData(event.currentTarget)
    const text = (name: string): string => {
      const value = form.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const doors = text('doors').split(/\s+/).filter(Boolean)
    const send = {
      name: text('name'),
      readOnly: text('scope') === 'reads',
      doors: doors.length > 0 ? doors : null,
      days: Number(text('days')),
      currentPassword: form.get('currentPassword'),
      ...(text('code') ? { code: text('code') } : {}),
    }
    const answer = await ask<{ key: string }>('/api/users/api-keys', { send, language })
    if (!answer.ok) return setTold(refusalOf(answer.refusals))
    setTold('')
    setOpen(false)
    setMade(answer.body.key)
    changed()
  }
  const end = async (key: number): Promise<void> => {
    await ask(`/api/users/${String(id)}/api-keys/${String(key)}/end`, { method: 'POST', language, waits: true })
    changed()
  }
  return (
    <section>
      <h3>{words.keys}</h3>
      <p>{words.keysTold}</p>
      {made && (
        <div role="status" className="account-made">
          {words.made} <code>{made}</code>{' '}
          <button type="button" className="plain-button" onClick={() => void copyText(made)}>
            {words.copy}
          </button>
        </div>
      )}
      {account.keys.length === 0 ? (
        <p>{words.noKeys}</p>
      ) : (
        <table className="account-table">
          <Heads titles={[words.keyName, words.keyScope, words.keyUntil, words.used, words.keyState, '']} />
          <tbody>
            {account.keys.map((key) => (
              <tr key={key.id}>
                <td>
                  {key.name} <code>{key.prefix}…</code>
                </td>
                <td>{`${key.readOnly ? words.keyReads : words.keyWrites}: ${key.doors?.join(', ') ?? words.keyAll}`}</td>
                <td>{moment(key.expiresAt)}</td>
                <td>{key.lastUsedAt ? moment(key.lastUsedAt) : words.keyNever}</td>
                <td>{words[stateOf(key)]}</td>
                <td>
                  {stateOf(key) === 'keyValid' && (
                    <button type="button" className="plain-button" onClick={() => void end(key.id)}>
                      {words.endKey}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isOwn && !isOpen && (
        <button type="button" className="plain-button" onClick={() => setOpen(true)}>
          {words.make}
        </button>
      )}
      {isOwn && isOpen && (
        <form method="post" className="account-form" onSubmit={(event) => void make(event)}>
          <label>
            <span>{words.keyName}</span>
            <input name="name" required maxLength={100} autoFocus />
          </label>
          <label>
            <span>{words.keyScope}</span>
            <select name="scope">
              <option value="reads">{words.keyReads}</option>
              <option value="writes">{words.keyWrites}</option>
            </select>
          </label>
          <label>
            <span>{words.keyDoors}</span>
            <textarea name="doors" rows={3} />
          </label>
          <label>
            <span>{words.keyDays}</span>
            <input name="days" inputMode="numeric" pattern="[1-9][0-9]{0,3}" maxLength={4} defaultValue={90} required />
          </label>
          <PasswordInForce words={words} />
          {account.factor.isOn && <FactorCode words={words} />}
          <FormFoot told={told} send={words.save} cancel={{ word: words.cancel, press: () => setOpen(false) }} />
        </form>
      )}
    </section>
  )
}
