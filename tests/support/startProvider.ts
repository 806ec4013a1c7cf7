import { spawn } from 'node:child_process'
import path from 'node:path'

import { startApp, type TestApp } from './app'

export type OutsideProvider = {
  issuer: string
  secret: string
  /** Goes from the provider's page to where it sends somebody back to, as whom he says. */
  signIn: (address: string, login: string) => Promise<URL>
  stop: () => void
}

/** The application of a house whose people may sign in through a provider outside. */
export async function startWithProvider(): Promise<{ app: TestApp; provider: OutsideProvider; close: () => Promise<void> }> {
  const provider = await startProvider('https://gendan.factory.test/api/users/oidc/callback')
  const outside = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'gendan', OIDC_CLIENT_SECRET: provider.secret, OIDC_NAME: 'WeCom' }
  const app = await startApp({ environment: { LOG_LEVEL: 'silent', SERVER_URL: 'https://gendan.factory.test/', ...outside } })
  const close = async (): Promise<void> => {
    provider.stop()
    await app.close()
  }
  return { app, provider, close }
}

/** A sign-in provider as a process of its own, which sends people back to `back`. */
async function startProvider(back: string): Promise<OutsideProvider> {
  const child = spawn(process.execPath, [path.resolve('tests/support/outsideProvider.mjs'), back], { stdio: ['ignore', 'pipe', 'pipe'] })
  const issuer = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /^http:\/\/127\.0\.0\.1:\d+$/m.exec(said)
      if (found) resolve(found[0])
    })
    let trouble = ''
    child.stderr.on('data', (chunk: Buffer) => void (trouble += chunk.toString()))
    child.on('exit', () => reject(new Error(`The provider did not start: ${trouble}`)))
  })
  return {
    issuer,
    secret: 'a secret of the tests',
    signIn: (address, login) => visit({ issuer, back, address, login }),
    stop: () => child.kill(),
  }
}

async function visit({ issuer, back, address, login }: { issuer: string; back: string; address: string; login: string }): Promise<URL> {
  const jar = new Map<string, string>()
  let url = new URL(address)
  for (let step = 0; step < 12; step += 1) {
    if (url.pathname.startsWith('/interaction/')) url.searchParams.set('login', login)
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';', 1)[0] ?? '').split(/=(.*)/s)
      jar.set(name, value)
    }
    const next = new URL(answer.headers.get('location') ?? '', issuer)
    if (next.href.startsWith(back)) return next
    url = next
  }
  throw new Error('The provider sent nobody back')
}
