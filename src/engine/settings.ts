import type { GlobalSlug, PayloadRequest } from 'payload'

import { laidOver } from '@/src/domain/control/houseChange'
import { readAhead } from '@/src/ledger/facts/ahead'
import { type SettingsVersion, settingsVersion } from '@/src/ledger/facts/settings'

import { now } from './clock'
import type { Settings } from './houseSettings'
import { workOf } from './operation'

export type { Settings }

/** The settings last read by this process, under the row versions they were read at. */
const lastRead = new WeakMap<object, { at: string; settings: Settings }>()

/**
 * All settings, once per request. One statement asks the database whether its rows are still those read last; only then the
 * copy is used, so every process sees a change with its next transaction, and a confirmed one from its very moment. A setting that
 * cannot be read fails the operation.
 */
export async function settingsOf(req: PayloadRequest): Promise<Settings> {
  const work = workOf(req)
  work.settings ??= await currentSettings(req, await settingsVersion(req, now(req).instant))
  return work.settings
}

/** The same for whoever enters a document: what its rules ask of its customer and its items comes by the same statement. */
export async function settingsFor(req: PayloadRequest, document: { customer: number | null; items: readonly number[] }): Promise<Settings> {
  const work = workOf(req)
  work.settings ??= await currentSettings(req, await readAhead(req, { instant: now(req).instant, ...document }))
  return work.settings
}

async function currentSettings(req: PayloadRequest, { version: at, due }: SettingsVersion): Promise<Settings> {
  const read = async <T>(slug: GlobalSlug): Promise<T> =>
    laidOver(
      { ...(await req.payload.findGlobal({ slug, depth: 0, overrideAccess: true, req })) },
      due.filter(({ area }) => area === slug).map(({ values }) => values),
    ) as T
  const last = lastRead.get(req.payload.db)
  if (last?.at === at) return last.settings
  const settings: Settings = {
    company: await read('company'),
    pricing: await read('pricing-settings'),
    availability: await read('availability-settings'),
    credit: await read('credit-settings'),
    orders: await read('order-settings'),
    control: await read('control-settings'),
    samples: await read('sample-settings'),
  }
  // a change between the first and the last read would be kept under the wrong version
  if ((await settingsVersion(req, now(req).instant)).version === at)
    lastRead.set(req.payload.db, { at, settings: frozen(structuredClone(settings)) })
  return settings
}

/** Nobody changes what all requests share. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}
