import type { RequestHandler } from 'express'

const place = /^\/q\/([^/?]+)(\/pdf|\/pictures\/[^/?]+)?\/?(\?[^#]*)?$/

/**
 * The address of the customer's page is short enough for a message, `/q/<token>`; its door is one of the interface. A mail scanner that only
 * asks whether the page is there (HEAD) is told yes for whatever it asks, and nothing is written down. The page brings a policy of its own.
 */
export const customerPage: RequestHandler = (req, res, next) => {
  const [found, token = '', part = '', query = ''] = place.exec(req.url) ?? []
  const isDoor = /^\/api\/public\//i.test(req.path)
  if (!found && !isDoor) return next()
  if (req.method === 'HEAD') return void res.status(200).set('Cache-Control', 'no-store').end()
  res.removeHeader('Content-Security-Policy') // two policies would both hold; the page's is the stricter one
  res.removeHeader('Referrer-Policy')
  if (found) req.url = `/api/public/quotes/${token}${req.method === 'POST' && part === '' ? '/confirm' : part}${query}`
  next()
}
