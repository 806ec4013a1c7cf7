import type { Api } from './app'

export const address = '203.0.113.50'
const device = 'Probe/1'
export const onePlace = `${address} ${device}`

/** Everybody of these stories comes from one address, by one program. */
export function fromOnePlace(api: Api): void {
  const { send } = api
  const there: Api['send'] = (method, path, options = {}) =>
    send(method, path, { ...options, headers: { 'x-client-address': address, 'user-agent': device, ...options.headers } })
  Object.assign(api, {
    send: there,
    ...Object.fromEntries(['GET', 'POST', 'PATCH', 'PUT', 'DELETE'].map((method) => [method.toLowerCase(), (path: string, options = {}) => there(method as 'GET', path, options)])), // prettier-ignore
  })
}
