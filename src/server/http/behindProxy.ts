import type { RequestHandler } from 'express'

/** What only a proxy says: who really asks, by which name and whether by TLS. */
const said = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'x-forwarded-server', 'x-forwarded-ssl', 'x-real-ip', 'x-forwarded-prefix', 'x-original-url', 'x-rewrite-url'] // prettier-ignore

type Trusts = (address: string, hop: number) => boolean

/** Whoever is no proxy of ours says nothing of the kind: what stands behind this door would believe it. */
export const withoutForeignProxies: RequestHandler = (req, _res, next) => {
  const trusts = req.app.get('trust proxy fn') as Trusts
  if (!trusts(req.socket.remoteAddress ?? '', 0)) for (const name of said) delete req.headers[name]
  next()
}

const isSecured = (cookie: string): boolean => /;\s*secure(\s*=\s*true)?\s*(;|$)/i.test(cookie)

/**
 * Whoever came by TLS, to us or to a proxy of ours, is to come by it for a year, and his cookies go nowhere else, whether or not anybody has
 * told us the address of the house.
 */
export const keptToTls: RequestHandler = (req, res, next) => {
  if (!req.secure) return next()
  res.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  const write = res.writeHead.bind(res) as (...given: unknown[]) => typeof res
  res.writeHead = (...given: unknown[]) => {
    const cookies = [res.getHeader('set-cookie') ?? []].flat().map(String)
    if (cookies.length > 0) res.setHeader('Set-Cookie', cookies.map((cookie) => (isSecured(cookie) ? cookie : `${cookie}; Secure`))) // prettier-ignore
    return write(...given)
  }
  next()
}
