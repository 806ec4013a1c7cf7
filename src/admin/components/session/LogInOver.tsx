'use client'

import { useRef } from 'react'

import { LogIn } from '../account/LogIn'
import { useModal } from '../useModal'
import { session } from './session'
import './session.css'

const words = {
  ended: { zh: '登录已过期', en: 'Your session has ended' },
  kept: { zh: '页面上的内容都还在。请重新登录后继续。', en: 'Everything on this page is still here. Log in again to go on.' },
  later: { zh: '稍后', en: 'Later' },
} as const

/** The log-in as a dialog over the page. */
export const LogInOver = ({ known, language }: { known: string; language: 'zh' | 'en' }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const closed = useModal(dialog, () => session.settle(false))
  return (
    <dialog ref={dialog} className="verb-dialog session-dialog" aria-label={words.ended[language]} onClose={closed}>
      <h2>{words.ended[language]}</h2>
      <p>{words.kept[language]}</p>
      <LogIn language={language} known={known} entered={() => session.settle(true)}>
        <button type="button" className="plain-button" onClick={() => session.settle(false)}>
          {words.later[language]}
        </button>
      </LogIn>
    </dialog>
  )
}
