'use client'

import { type FormEvent, useState } from 'react'

import { ask } from '../../request/ask'
import type { Account } from './account'
import { Codes } from './Codes'
import { FactorSetUp, type Shown } from './FactorSetUp'
import { FormFoot } from './FormFoot'
import { FactorCode, PasswordInForce } from './ProofFields'
import { refusalOf } from './refusalOf'
import { accountWords, type AccountLanguage } from './words'

type Doing = 'begin' | 'codes' | 'remove' | null

/** The second factor of an account: set up, renewed and taken away by its owner; reset by the administrator. */
export const FactorPart = ({
  id,
  isOwn,
  factor,
  language,
  changed,
}: {
  id: number
  isOwn: boolean
  factor: Account['factor']
  language: AccountLanguage
  changed: () => void
}) => {
  // prettier-ignore
  const words = accountWords[language]
  const [doing, setDoing] = useState<Doing>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  const [told, setTold] = useState('')
  const settled = (made: readonly string[]): void => {
    setShown(null)
    setDoing(null)
    setTold('')
    setCodes(made)
    changed()
  }
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    event.stopPropagation()
    const given = Object.fromEntries(new FormData(event.currentTarget))
    const answer = await ask<Shown & { codes?: string[] }>(`/api/users/second-factor/${String(doing)}`, { send: given, language, waits: doing !== 'codes' }) // prettier-ignore
    if (!answer.ok) return setTold(refusalOf(answer.refusals))
    setTold('')
    if (doing === 'begin') setShown(answer.body)
    else settled(answer.body.codes ?? [])
  }
  const reset = async (): Promise<void> => {
    const answer = await ask<{ removed: boolean }>(`/api/users/${String(id)}/second-factor/reset`, {
      method: 'POST',
      language,
      waits: true,
    })
    setTold(answer.ok ? (answer.body.removed ? words.resetDone : words.notOn) : refusalOf(answer.refusals))
    changed()
  }
  const start = (what: Doing): void => {
    setDoing(what)
    setTold('')
    setCodes([])
  }
  return (
    <section>
      <h3>{words.factor}</h3>
      <p>
        {factor.isOn ? words.factorOn(factor.codesLeft) : words.factorOff} {factor.isNeeded && isOwn && words.factorNeeded}
      </p>
      {codes.length > 0 && <Codes codes={codes} language={language} />}
      {shown ? (
        <FactorSetUp shown={shown} language={language} settled={settled} />
      ) : doing ? (
        <form method="post" className="account-form" onSubmit={(event) => void send(event)}>
          {doing !== 'codes' && <PasswordInForce words={words} autoFocus />}
          {doing !== 'begin' && <FactorCode words={words} />}
          <FormFoot told={told} send={words.confirm} cancel={{ word: words.cancel, press: () => start(null) }} />
        </form>
      ) : (
        <div className="account-form__buttons">
          {isOwn && !factor.isOn && (
            <button type="button" className="plain-button" onClick={() => start('begin')}>
              {words.setUp}
            </button>
          )}
          {isOwn && factor.isOn && (
            <>
              <button type="button" className="plain-button" onClick={() => start('codes')}>
                {words.renew}
              </button>
              {!factor.isNeeded && (
                <button type="button" className="plain-button" onClick={() => start('remove')}>
                  {words.remove}
                </button>
              )}
            </>
          )}
          {!isOwn && factor.isOn && (
            <button type="button" className="plain-button" title={words.resetTold} onClick={() => void reset()}>
              {words.reset}
            </button>
          )}
          <span role="status">{told}</span>
        </div>
      )}
    </section>
  )
}
