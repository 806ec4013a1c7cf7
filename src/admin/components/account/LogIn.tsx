'use client'

import { type FormEvent, type ReactNode, useState } from 'react'

import './account.css'
import { factorStep, type FactorStep, tryIn } from './factorStep'
import { FormFoot } from './FormFoot'
import { refusalOf } from './refusalOf'
import { SecondFactor } from './SecondFactor'
import { accountWords, type AccountLanguage } from './words'

/** The log-in over a page: password, then the second factor where the account has one. */
export const LogIn = ({
  language,
  known,
  entered,
  children,
}: {
  language: AccountLanguage
  known: string
  entered: () => void
  children: ReactNode
}) => {
  // prettier-ignore
  const words = accountWords[language]
  const [step, setStep] = useState<FactorStep | null>(null)
  const [told, setTold] = useState('')
  const [isBusy, setBusy] = useState(false)
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    event.stopPropagation()
    const form = new FormData(event.currentTarget)
    const [email, password] = [form.get('email'), form.get('password')]
    if (typeof email !== 'string' || typeof password !== 'string') return
    setBusy(true)
    const answer = await tryIn({ email, password }, {}, language)
    if (answer?.ok) return entered()
    const refusals = answer?.refusals ?? []
    const next = await factorStep({ email, password }, refusals, language)
    setBusy(false)
    setStep(next)
    setTold(next ? '' : refusalOf(refusals))
  }
  if (step) return <SecondFactor language={language} first={step} entered={entered} />
  return (
    <form method="post" className="account-form" onSubmit={(event) => void send(event)}>
      <label>
        <span>{words.email}</span>
        <input name="email" type="email" autoComplete="username" required defaultValue={known} autoFocus={known === ''} />
      </label>
      <label>
        <span>{words.password}</span>
        <input name="password" type="password" autoComplete="current-password" required autoFocus={known !== ''} />
      </label>
      <FormFoot told={told} send={words.login} isBusy={isBusy}>
        {children}
      </FormFoot>
    </form>
  )
}
