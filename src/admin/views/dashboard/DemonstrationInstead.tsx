'use client'
import { useState } from 'react'

import { inLanguages } from '@/src/domain/words/words'
import { askLines } from '../../request/ask'

const words = inLanguages({
  instead: { zh: '或先载入演示数据', en: 'Or load a demonstration first' },
  what: {
    zh: '一家服饰辅料厂：十一个人、价格、库存和四个月的业务，供试用。只能载入空账套；以后正式使用请另建账套。',
    en: 'A factory of garment trims: eleven people, prices, stock and four months of business, to try things out. It goes into empty books only; real work later begins in books of its own.',
  },
  password: {
    zh: '演示人员的密码（至少 12 个字符，自己记住）',
    en: 'Password of the people in it (12 characters or more; keep it in mind)',
  },
  load: { zh: '载入演示数据', en: 'Load the demonstration' },
  working: { zh: '正在载入，约需两分钟，请勿关闭此页', en: 'Being loaded, for about two minutes; please leave this page open' },
  done: {
    zh: '演示数据已载入。以下账号都用您设的密码登录：',
    en: 'The demonstration is there. Each of these signs in with the password you chose:',
  },
  failed: { zh: '未载入，账套仍是空的。请重试。', en: 'Nothing was loaded, the books are still empty. Please try again.' },
})

type Account = { email: string; name: string; title: { zh: string; en: string } }
type Line = { at?: number; of?: number; accounts?: Account[]; error?: string }

/** For whoever wants to look before he fills in anything: the demonstration factory, told into the empty books while one watches. */
export function DemonstrationInstead({ api, language }: { api: string; language: 'zh' | 'en' }) {
  const say = words[language]
  const [password, setPassword] = useState('')
  const [at, setAt] = useState<{ at: number; of: number } | null>(null)
  const [accounts, setAccounts] = useState<Account[] | null>(null)
  const [problem, setProblem] = useState('')
  const load = async (): Promise<void> => {
    setProblem('')
    setAt({ at: 0, of: 1 })
    let [told, refused]: [Account[] | null, string] = [null, say.failed]
    const asking = { send: { password }, language, waits: true }
    const answer = await askLines<Line>(`${api}/setup/demonstration`, asking, (line) => {
      if (line.at !== undefined && line.of !== undefined) setAt({ at: line.at - 1, of: line.of })
      if (line.error) refused = line.error
      if (line.accounts) told = line.accounts
    }).catch(() => null)
    setAt(null)
    if (told) return setAccounts(told)
    setProblem(answer && !answer.ok ? (answer.refusals[0]?.message ?? say.failed) : refused)
  }
  if (accounts)
    return (
      <div role="status" className="setup-path__demo">
        <p>{say.done}</p>
        <ul>
          {accounts.map(({ email, name, title }) => (
            <li key={email}>
              <code>{email}</code> {title[language]} {name}
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <details className="setup-path__demo">
      <summary>{say.instead}</summary>
      <p>{say.what}</p>
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault()
          void load()
        }}
      >
        <label>
          {say.password}
          <input
            type="password"
            autoComplete="new-password"
            required
            minLength={12}
            value={password}
            disabled={at !== null}
            onChange={({ target }) => setPassword(target.value)}
          />
        </label>
        <button type="submit" disabled={at !== null}>
          {say.load}
        </button>
      </form>
      {at !== null && (
        <p role="status">
          <progress max={at.of} value={at.at} aria-label={say.load} /> {say.working}
        </p>
      )}
      {problem && (
        <p role="alert" className="setup-path__wrong">
          {problem}
        </p>
      )}
    </details>
  )
}
