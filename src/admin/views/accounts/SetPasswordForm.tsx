'use client'

import { useState, useSyncExternalStore } from 'react'

import '../../components/account/account.css'
import { NewPassword } from '../../components/account/NewPassword'
import { accountWords, type AccountLanguage } from '../../components/account/words'
import { ask } from '../../request/ask'

const hash = { subscribe: (tell: () => void) => (window.addEventListener('hashchange', tell), () => window.removeEventListener('hashchange', tell)), now: () => window.location.hash.slice(1) } // prettier-ignore

/** The end of the link in a mail: its secret stands after the #, and is sent nowhere but with the new password. */
export const SetPasswordForm = ({ language }: { language: AccountLanguage }) => {
  const words = accountWords[language]
  const token = useSyncExternalStore(hash.subscribe, hash.now, () => null)
  const [isDone, setDone] = useState(false)
  if (token === null) return null
  if (isDone || token === '')
    return (
      <div className="account-form">
        <p role={isDone ? 'status' : undefined}>{isDone ? words.settled : words.noLink}</p>
        <div className="account-form__buttons">
          <a href="/admin/login">{words.toLogin}</a>
          {!isDone && <a href="/admin/forgot">{words.another}</a>}
        </div>
      </div>
    )
  const settle = async (password: string): Promise<string> => {
    const answer = await ask('/api/users/reset-password', { send: { token, password }, language })
    if (!answer.ok) return answer.refusals.map(({ message }) => message).join(' ')
    setDone(true)
    return ''
  }
  return (
    <>
      <NewPassword language={language} submit={settle} />
      <p>
        <a href="/admin/forgot">{words.another}</a>
      </p>
    </>
  )
}
