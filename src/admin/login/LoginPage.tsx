import { cookies as nextCookies, headers as nextHeaders } from 'next/headers'
import { redirect } from 'next/navigation'
import { getPayload, getRequestLanguage, type SanitizedConfig } from 'payload'

import { aimOf } from '@/src/domain/people/aimOf'

import { Logo } from '../components/Brand'
import { CompanyColour } from '../components/CompanyColour'
import { EarlyDone } from '../early/EarlyDone'
import { EarlyNoted } from '../early/EarlyNoted'
import { LoginForm } from './LoginForm'
import './login.css'

type Account = { email: string; password: string; name: string; title: { zh: string; en: string } }
type Searched = Record<string, string | string[] | undefined>

const languageNow = async (config: SanitizedConfig): Promise<'zh' | 'en'> =>
  getRequestLanguage({ config, cookies: await nextCookies(), headers: await nextHeaders() }) === 'en' ? 'en' : 'zh'

/** What stands around the log-in page: its language, and light or dark as the person last chose or his machine says. */
export const LoginFrame = async ({ config, children }: { config: Promise<SanitizedConfig>; children: React.ReactNode }) => {
  const chosen = (await nextCookies()).get('payload-theme')?.value
  return (
    <html lang={await languageNow(await config)} data-theme={chosen === 'dark' || chosen === 'light' ? chosen : undefined}>
      <body>
        <EarlyNoted />
        {children}
        <EarlyDone />
      </body>
    </html>
  )
}

/**
 * The log-in page stands alone: nothing of the admin is loaded before somebody may use it, and it is there at once. Whoever is logged in
 * already goes on; a house without people is given its first one.
 */
export async function LoginPage({
  config: given,
  searched,
  accounts,
  provider,
}: {
  config: Promise<SanitizedConfig>
  searched: Searched
  /** people of the demonstration, one click each; elsewhere none */
  accounts: readonly Account[]
  /** what the provider one may sign in by is called; none: null */
  provider: string | null
}) {
  const config = await given
  const payload = await getPayload({ config })
  const { routes, admin } = config
  const aim = aimOf(searched['redirect'], routes.admin)
  const { user } = await payload.auth({ headers: await nextHeaders(), canSetHeaders: false })
  if (user) redirect(aim)
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
  if (totalDocs === 0) redirect(`${routes.admin}${admin.routes.createFirstUser}`)
  const language = await languageNow(config)
  return (
    <main className="login-page">
      <CompanyColour payload={payload} />
      <Logo payload={payload} />
      <LoginForm
        language={language}
        aim={aim}
        forgot={`${routes.admin}${admin.routes.forgot}`}
        accounts={accounts.map(({ email, password, name, title }) => ({ email, password, name, title: title[language] }))}
        provider={provider}
        refused={typeof searched['refused'] === 'string' ? searched['refused'] : ''}
      />
    </main>
  )
}
