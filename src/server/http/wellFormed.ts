import type { RequestHandler } from 'express'

const isWellFormed = (text: string): boolean => {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/**
 * What Next and the platform take apart before any of our rules sees it: an address that is no address, and a question sent as the body
 * of a POST, which is a form or nothing.
 */
export const wellFormed: RequestHandler = (req, res, next) => {
  const override = req.headers['x-payload-http-method-override'] ?? req.headers['x-http-method-override']
  const isForm = req.headers['content-type'] === 'application/x-www-form-urlencoded'
  const problem = !isWellFormed(req.path) ? 'address' : override === 'GET' && req.method === 'POST' && !isForm ? 'Content-Type' : null
  if (!problem) return next()
  const accepted = problem === 'address' ? 'UTF-8, percent-encoded' : 'application/x-www-form-urlencoded'
  const finding = {
    code: 'INVALID_INPUT',
    severity: 'error',
    path: problem,
    message: `${problem}: ${accepted}`,
    facts: { field: problem, accepted },
  }
  res.status(400).json({ errors: [{ name: 'APIError', message: finding.message, data: { errors: [finding] } }] })
}
