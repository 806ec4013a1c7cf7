'use client'

import { type FormEvent, useState, useSyncExternalStore } from 'react'

import { factorStep, type FactorStep, tryIn } from '../components/account/factorStep'
import { SecondFactor } from '../components/account/SecondFactor'
import { accountWords } from '../components/account/words'
import { useIsAlive } from '../useIsAlive'

type Language = 'zh' | 'en'
type Account = { email: string; password: string; name: string; title: string }

const words = {
  email: { zh: '邮箱', en: 'E-mail' },
  password: { zh: '密码', en: 'Password' },
  login: { zh: '登录', en: 'Log in' },
  busy: { zh: '正在登录…', en: 'Logging in …' },
  forgot: { zh: '忘记密码', en: 'Forgot password?' },
  offline: { zh: '服务器没有应答，请稍后再试', en: 'The server did not answer, please try again' },
  demo: { zh: '演示账号：点击即可登录', en: 'Demo accounts: click to sign in' },
} as const

/** The page is asked for anew in the other language; the choice is kept, as the admin keeps it. */
function speak(language: Language): void {
  document.cookie = `payload-lng=${language}; path=/; max-age=${365 * 24 * 3600}; samesite=lax`
  window.location.reload()
}

/** What a provider says of who comes back from it, where a second factor is still to be shown: it stands after the #. */
const outside = { subscribe: () => () => undefined, now: () => window.location.hash.slice(1), none: () => '' }

/** Who logs in, with what; refusals stand above it in the words of the server. In the demonstration its people, one click each. */
export const LoginForm = ({
  language,
  aim,
  forgot,
  accounts,
  provider,
  refused,
}: {
  language: Language
  aim: string
  forgot: string
  accounts: readonly Account[]
  /** what the provider one may sign in by is called */
  provider: string | null
  /** why a sign-in by it was refused */
  refused: string
}) => {
  const isAlive = useIsAlive()
  const [isBusy, setBusy] = useState(false)
  const sso = useSyncExternalStore(outside.subscribe, outside.now, outside.none)
  const [asked, setAsked] = useState<FactorStep | null>(null)
  const because = accountWords[language].refused[refused]
  const [told, setTold] = useState<string[]>(because ? [because] : [])
  const say = (word: keyof typeof words): string => words[word][language]
  const logIn = async (send: { email: string; password: string }): Promise<void> => {
    setBusy(true)
    setTold([])
    const answer = await tryIn(send, {}, language)
    if (answer?.ok) return window.location.assign(aim)
    const next = answer ? await factorStep(send, answer.refusals, language) : null
    setBusy(false)
    if (next) return setAsked(next)
    setTold(answer ? answer.refusals.map(({ message }) => message) : [say('offline')])
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string): string => String(form.get(name) as string)
    void logIn({ email: text('email'), password: text('password') })
  }
  const isShut = !isAlive || isBusy
  const first: FactorStep | null = sso ? { at: 'code', given: { sso } } : asked
  if (first) return <SecondFactor language={language} first={first} entered={() => window.location.assign(aim)} />
  return (
    <>
      <form method="post" className="login-page__form" onSubmit={submit}>
        {told.length > 0 && (
          <div role="alert" className="login-page__told">
            {told.map((message) => (
              <p key={message}>{message}</p>
            ))}
          </div>
        )}
        <label htmlFor="field-email">{say('email')}</label>
        <input id="field-email" name="email" type="email" autoComplete="username" required autoFocus />
        <label htmlFor="field-password">{say('password')}</label>
        <input id="field-password" name="password" type="password" autoComplete="current-password" required />
        <button type="submit" disabled={isShut}>
          {say(isBusy ? 'busy' : 'login')}
        </button>
        <p className="login-page__links">
          <a href={forgot}>{say('forgot')}</a>
          <button
            type="button"
            lang={language === 'zh' ? 'en' : 'zh'}
            disabled={!isAlive}
            onClick={() => speak(language === 'zh' ? 'en' : 'zh')}
          >
            {language === 'zh' ? 'English' : '中文'}
          </button>
        </p>
      </form>
      {provider && (
        <p className="login-page__provider">
          <a href={`/api/users/oidc/start?to=${encodeURIComponent(aim)}`}>{accountWords[language].by(provider)}</a>
        </p>
      )}
      {accounts.length > 0 && (
        <section className="demo-accounts">
          <h2>{say('demo')}</h2>
          <div>
            {accounts.map(({ email, password, name, title }) => (
              <button key={email} type="button" disabled={isShut} onClick={() => void logIn({ email, password })}>
                <strong>{title}</strong> {name}
              </button>
            ))}
          </div>
        </section>
      )}
    </>
  )
}
