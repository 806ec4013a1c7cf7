'use client'

import { logInReason } from '@/src/domain/words/loginWords'

import { ask } from '../../request/ask'
import { Heads } from '../Heads'
import { type Account, moment } from './account'
import { accountWords, type AccountLanguage } from './words'

/** Where an account is logged in, each ended by a press; and who came lately, or tried to. */
export const SessionsPart = ({
  id,
  account,
  language,
  changed,
}: {
  id: number
  account: Account
  language: AccountLanguage
  changed: () => void
}) => {
  // prettier-ignore
  const words = accountWords[language]
  const end = async (session?: string): Promise<void> => {
    await ask(`/api/users/${String(id)}/sessions/end`, { send: session === undefined ? {} : { session }, language, waits: true })
    changed()
  }
  const others = account.sessions.filter(({ isCurrent }) => !isCurrent)
  return (
    <>
      <section>
        <h3>{words.sessions}</h3>
        {account.sessions.length === 0 ? (
          <p>{words.nowhere}</p>
        ) : (
          <table className="account-table">
            <Heads titles={[words.device, words.address, words.opened, words.used, '']} />
            <tbody>
              {account.sessions.map((session) => (
                <tr key={session.id}>
                  <td>
                    {[session.device || '—', session.withFactor ? words.withFactor : '', session.isCurrent ? words.here : '']
                      .filter(Boolean)
                      .join(' · ')}
                  </td>
                  <td>{session.address || '—'}</td>
                  <td>{moment(session.openedAt)}</td>
                  <td>{moment(session.lastUsedAt)}</td>
                  <td>
                    {!session.isCurrent && (
                      <button type="button" className="plain-button" onClick={() => void end(session.id)}>
                        {words.end}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {others.length > 1 && (
          <button type="button" className="plain-button" onClick={() => void end()}>
            {words.endAll}
          </button>
        )}
      </section>
      <details>
        <summary>{words.history}</summary>
        <table className="account-table">
          <Heads titles={[words.moment, words.event, words.address]} />
          <tbody>
            {account.logIns.map(({ at, verb, client, reason }, row) => (
              <tr key={row}>
                <td>{moment(at)}</td>
                <td>{[words.what[verb] ?? verb, logInReason({ verb, reason }, language)].filter(Boolean).join(' · ')}</td>
                <td>{client || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
