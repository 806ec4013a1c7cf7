'use client'

import { useAuth, useTranslation } from '@payloadcms/ui'
import { type FormEvent, useRef, useState, useSyncExternalStore } from 'react'

import { ask } from '../../request/ask'
import { useModal } from '../useModal'
import { session } from './session'
import './session.css'

const words = {
  ended: { zh: '登录已过期', en: 'Your session has ended' },
  kept: { zh: '页面上的内容都还在。请重新登录后继续。', en: 'Everything on this page is still here. Log in again to go on.' },
  email: { zh: '邮箱', en: 'E-mail' },
  password: { zh: '密码', en: 'Password' },
  login: { zh: '登录', en: 'Log in' },
  later: { zh: '稍后', en: 'Later' },
  wrong: { zh: '邮箱或密码不正确', en: 'E-mail or password is not right' },
} as const

/** Log-in over the page. The page beneath stays as it is, and what was asked of the server is asked again. */
export const SessionDialog = () => {
  const hasEnded = useSyncExternalStore(session.subscribe, session.hasEnded, () => false)
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const [known, setKnown] = useState('')
  const email = (user as { email?: string } | null)?.email ?? ''
  if (email && email !== known) setKnown(email)
  return hasEnded ? <LogInOver known={known} language={language} /> : null
}

const LogInOver = ({ known, language }: { known: string; language: 'zh' | 'en' }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [told, setTold] = useState('')
  const [isBusy, setBusy] = useState(false)
  useModal(dialog)
  const logIn = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    event.stopPropagation()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    const send = { email: form.get('email'), password: form.get('password') }
    const answer = await ask('/api/users/login', { send, language }).catch(() => null)
    setBusy(false)
    if (answer?.ok) {
      setTold('')
      session.settle(true)
      return
    }
    setTold(answer?.refusals[0]?.message ?? words.wrong[language])
  }
  return (
    <dialog ref={dialog} className="verb-dialog session-dialog" aria-label={words.ended[language]} onCancel={() => session.settle(false)}>
      <form onSubmit={(event) => void logIn(event)}>
        <h2>{words.ended[language]}</h2>
        <p>{words.kept[language]}</p>
        <label className="verb-dialog__ask">
          <span>{words.email[language]}</span>
          <input name="email" type="email" autoComplete="username" required defaultValue={known} />
        </label>
        <label className="verb-dialog__ask">
          <span>{words.password[language]}</span>
          <input name="password" type="password" autoComplete="current-password" required autoFocus />
        </label>
        {told && (
          <p className="verb-dialog__refusals" role="alert">
            {told}
          </p>
        )}
        <div className="verb-dialog__buttons">
          <button type="button" className="plain-button" onClick={() => session.settle(false)}>
            {words.later[language]}
          </button>
          <button type="submit" className="main-button" disabled={isBusy}>
            {words.login[language]}
          </button>
        </div>
      </form>
    </dialog>
  )
}
