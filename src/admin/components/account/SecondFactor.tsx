'use client'

import { type FormEvent, useState } from 'react'

import './account.css'
import { Codes } from './Codes'
import { FactorSetUp } from './FactorSetUp'
import { factorStep, type FactorStep, tryIn } from './factorStep'
import { FormFoot } from './FormFoot'
import { FactorCode } from './ProofFields'
import { refusalOf } from './refusalOf'
import { accountWords, type AccountLanguage } from './words'

type Step = FactorStep | { at: 'codes'; given: FactorStep['given']; ticket: string; codes: readonly string[] }

/** The rest of a log-in after the password: the code, or the set-up of a second factor where the roles ask for one. */
export const SecondFactor = ({ language, first, entered }: { language: AccountLanguage; first: FactorStep; entered: () => void }) => {
  const words = accountWords[language]
  const [step, setStep] = useState<Step>(first)
  const [told, setTold] = useState('')
  const [isBusy, setBusy] = useState(false)
  const go = async (more: { code?: string; ticket?: string }): Promise<void> => {
    setBusy(true)
    const answer = await tryIn(step.given, more, language)
    if (answer?.ok) return entered()
    const refusals = answer?.refusals ?? []
    const next = more.code && refusals[0]?.code === 'SECOND_FACTOR_WRONG' ? null : await factorStep(step.given, refusals, language)
    setBusy(false)
    if (next) setStep(next)
    setTold(next ? '' : refusalOf(refusals))
  }
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    event.stopPropagation()
    const code = new FormData(event.currentTarget).get('code')
    void go({ code: typeof code === 'string' ? code : '' })
  }
  if (step.at === 'setUp')
    return (
      <div className="account-form">
        <p>{words.needsSetUp}</p>
        <FactorSetUp
          shown={step.shown}
          ticket={step.ticket}
          language={language}
          settled={(codes) => setStep({ at: 'codes', given: step.given, ticket: step.ticket, codes })}
        />
      </div>
    )
  if (step.at === 'codes')
    return (
      <div className="account-form">
        <Codes codes={step.codes} language={language} />
        {told && <p role="alert">{told}</p>}
        <button type="button" className="main-button" disabled={isBusy} onClick={() => void go({ ticket: step.ticket })}>
          {words.goOn}
        </button>
      </div>
    )
  return (
    <form method="post" className="account-form" onSubmit={send}>
      <FactorCode words={words} autoFocus />
      <FormFoot told={told} send={words.login} isBusy={isBusy} />
    </form>
  )
}
