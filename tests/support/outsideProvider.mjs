import { createServer } from 'node:http'

import Provider from 'oidc-provider'

/*
 * A sign-in provider of its own process, as WeCom, Feishu or Entra would be one: whoever gives a name is that person. The name says what is
 * claimed: `li+verified`, `li+unverified`, `li+verified+mfa`. Prints its address.
 */
const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`
  const claims = (login) => {
    const [name, ...said] = login.split('+')
    return { sub: name, email: `${name}@factory.example`, email_verified: said.includes('verified') }
  }
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'gendan', client_secret: 'a secret of the tests', redirect_uris: [process.argv[2]] }],
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    findAccount: (_ctx, login) => ({ accountId: login, claims: () => claims(login) }),
    cookies: { keys: ['only for the tests'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
  })
  const answer = provider.callback()
  server.on('request', async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, issuer)
    if (!pathname.startsWith('/interaction/')) return answer(request, response)
    const { prompt, params, session } = await provider.interactionDetails(request, response)
    if (prompt.name === 'login') {
      const accountId = searchParams.get('login')
      const login = { accountId, ...(accountId.includes('+mfa') ? { amr: ['pwd', 'mfa'] } : {}) }
      return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
    }
    const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id })
    grant.addOIDCScope('openid email profile')
    const consent = { grantId: await grant.save() }
    return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true })
  })
  console.log(issuer)
})
