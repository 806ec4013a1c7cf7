'use client'

import { type FormEvent, useState } from 'react'

import { ask } from '../../request/ask'
import { FormFoot } from './FormFoot'
import { refusalOf } from './refusalOf'
import { accountWords, type AccountLanguage } from './words'

export type Shown = { secret: string; uri: string; picture: string }

/** The secret for an authenticator, and the code that proves that it took it. `ticket`: of who is not logged in yet. */
export const FactorSetUp = ({
  shown,
  ticket,
  language,
  settled,
}: {
  shown: Shown
  ticket?: string
  language: AccountLanguage
  settled: (codes: string[]) => void
}) => {
  const words = accountWords[language]
  const [told, setTold] = useState('')
  const confirm = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    event.stopPropagation()
    const code = new FormData(event.currentTarget).get('code')
    const answer = await ask<{ codes: string[] }>('/api/users/second-factor/confirm', { send: { code, ...(ticket ? { ticket } : {}) }, language }) // prettier-ignore
    if (answer.ok) settled(answer.body.codes)
    else setTold(refusalOf(answer.refusals))
  }
  return (
    <form method="post" className="account-form" onSubmit={(event) => void confirm(event)}>
      <p>{words.scan}</p>
      <img
        className="account-qr"
        alt={shown.uri}
        src={`data:image/svg+xml,${encodeURIComponent(shown.picture)}`}
        width={200}
        height={200}
      />
      <code className="account-secret">{shown.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      <label>
        <span>{words.code}</span>
        <input name="code" inputMode="numeric" autoComplete="one-time-code" required maxLength={10} autoFocus />
      </label>
      <FormFoot told={told} send={words.confirm} />
    </form>
  )
}
