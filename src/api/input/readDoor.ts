import { addDataAndFileToRequest, APIError, type Endpoint, type PayloadRequest } from 'payload'

import { scopedDoor } from '../accounts/scopedDoor'
import type { Problem } from './judgeWhere'
import { refuseProblems } from './refuseProblems'

const jsonObject = { zh: 'JSON 对象', en: 'a JSON object' }
const readable = {
  zh: 'Content-Type: application/json 或带 boundary 的 multipart/form-data',
  en: 'Content-Type: application/json, or multipart/form-data with a boundary',
}
const form = { zh: '完整的 multipart/form-data，_payload 为 JSON 对象', en: 'whole multipart/form-data whose _payload is a JSON object' }
const shallow = { zh: '最多 50 层的 JSON，键不为 __proto__', en: 'JSON at most 50 deep without a key __proto__' }

const refuseBody = (req: PayloadRequest, accepted: Problem['accepted'], path = 'body'): void => refuseProblems(req, [{ path, accepted }])

const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)

/** No deeper than people write: what walks over data afterwards calls itself once for each floor. */
function isShallow(data: unknown): boolean {
  let floor: unknown[] = [data]
  for (let depth = 0; floor.length > 0; depth += 1) {
    if (depth > 50) return false
    const objects = floor.filter((value): value is object => value !== null && typeof value === 'object')
    if (objects.some((value) => Object.hasOwn(value, '__proto__'))) return false
    floor = objects.flatMap((value): unknown[] => Object.values(value))
  }
  return true
}

const parsed = (text: string): { data: unknown } | null => {
  try {
    return { data: JSON.parse(text) }
  } catch {
    return null
  }
}

async function readForm(req: PayloadRequest): Promise<void> {
  try {
    await addDataAndFileToRequest(req)
  } catch (error) {
    if (error instanceof APIError && error.status === 413) throw error
    refuseBody(req, form)
  }
}

/** What was sent, read once: `{}` for nothing, or a refusal. */
async function readBody(req: PayloadRequest): Promise<void> {
  const [kind = ''] = (req.headers.get('content-type') ?? '').toLowerCase().split(';', 1)
  if (req.body && kind.startsWith('multipart/')) await readForm(req)
  else if (req.body) {
    const text = (await req.text?.()) ?? ''
    if (text !== '' && kind.trim() !== 'application/json') refuseBody(req, readable, 'Content-Type')
    const read = text === '' ? { data: {} } : parsed(text)
    if (!read || !isRecord(read.data)) refuseBody(req, jsonObject)
    else req.data = read.data
  }
  req.data ??= {}
  if (!isRecord(req.data)) refuseBody(req, jsonObject)
  if (!isShallow(req.data)) refuseBody(req, shallow)
  const { data } = req
  Object.defineProperty(req, 'body', { value: null, configurable: true }) // it has been read: nobody reads it again
  Object.assign(req, { json: () => Promise.resolve(data) })
}

const writing: ReadonlySet<string> = new Set(['post', 'patch', 'put'])

/** Endpoints with `custom.readsBody` take their body apart themselves (files). */
const readDoor = (endpoint: Endpoint): Endpoint =>
  !writing.has(endpoint.method) || endpoint.custom?.['readsBody'] === true
    ? endpoint
    : {
        ...endpoint,
        handler: async (req) => {
          await readBody(req)
          return endpoint.handler(req)
        },
      }

/** A document may be read with data laid over it, which must be data. */
const askDoor = (endpoint: Endpoint): Endpoint =>
  writing.has(endpoint.method)
    ? endpoint
    : {
        ...endpoint,
        handler: (req) => {
          const over = req.query?.['data']
          const read = typeof over === 'string' && over !== '' ? parsed(over) : { data: over || {} }
          if (!read || !isRecord(read.data) || !isShallow(read.data)) refuseBody(req, jsonObject, 'data')
          return endpoint.handler(req)
        },
      }

type Doors = { endpoints?: Omit<Endpoint, 'root'>[] | false; versions?: unknown; auth?: { verify?: unknown } | false }

/**
 * Every endpoint of the finished configuration, the platform's own included, is given what was sent as an object, or refuses it by name.
 * What keeps no versions, or verifies nobody by mail, has no doors to that; of two doors of one name the house's own comes first.
 */
export function withReadDoors(owner: Doors, withKey: (endpoint: Endpoint) => Endpoint = (endpoint) => endpoint): void {
  if (!owner.endpoints) return
  const verifies = Boolean(owner.auth && owner.auth.verify)
  const doors = owner.endpoints.filter(
    ({ path }) => (owner.versions || !path.startsWith('/versions')) && (verifies || !path.startsWith('/verify')),
  )
  const first = doors.filter((door, at) => doors.findIndex(({ method, path }) => method === door.method && path === door.path) === at)
  owner.endpoints.splice(0, Infinity, ...first.map((door) => scopedDoor(askDoor(readDoor(withKey(door))))))
}
