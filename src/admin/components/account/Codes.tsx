'use client'

import { accountWords, type AccountLanguage } from './words'
import { copyText } from '@/src/admin/request/copyText'

/** Recovery codes, shown this once. */
export const Codes = ({ codes, language }: { codes: readonly string[]; language: AccountLanguage }) => {
  const words = accountWords[language]
  const text = codes.join('\n')
  return (
    <div className="account-codes">
      <p>{words.codesTold}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="account-form__buttons">
        <button type="button" className="plain-button" onClick={() => void copyText(text)}>
          {words.copy}
        </button>
        <a className="plain-button" href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download="gendan-codes.txt">
          {words.download}
        </a>
      </div>
    </div>
  )
}
