import { ask } from '../request/ask'
import type { Visit } from './recent'

const address = '/api/payload-preferences/pins'
const most = 30

let kept: readonly Visit[] = []

const isVisit = (value: unknown): value is Visit =>
  value !== null && typeof value === 'object' && 'href' in value && typeof value.href === 'string' && 'title' in value

/** What this person keeps at hand, on every machine, in the order it was pinned; what was known last until the server has answered. */
export const pins = (): readonly Visit[] => kept

export async function loadPins(): Promise<readonly Visit[]> {
  const answer = await ask<{ value?: unknown }>(address)
  if (answer.ok) kept = (Array.isArray(answer.body.value) ? (answer.body.value as unknown[]) : []).filter(isVisit)
  return kept
}

/** The pins with this one, or without it when it was among them. */
export function toggled(all: readonly Visit[], visit: Visit): Visit[] {
  const others = all.filter(({ href }) => href !== visit.href)
  return others.length < all.length ? others : [...others, visit].slice(-most)
}

/** Pins a page, or takes the pin out again: asked first what another machine has pinned meanwhile. */
export async function togglePin(visit: Visit): Promise<readonly Visit[]> {
  kept = toggled(await loadPins(), visit)
  await ask(address, { send: { value: kept }, waits: true })
  return kept
}
