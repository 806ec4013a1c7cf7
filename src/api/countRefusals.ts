import type { AfterErrorHook } from 'payload'

import { tally } from '@/src/env/tally'

type Told = { errors?: Array<{ name?: string; data?: { errors?: Array<{ code?: string }> } | Array<{ code?: string }> }> }

/** Root afterError, behind the one that gives refusals their codes: counts them by code, for those who watch. A fault of ours has none. */
export const countRefusals: AfterErrorHook = ({ result }) => {
  for (const { name, data } of (result as Told | undefined)?.errors ?? []) {
    const findings = Array.isArray(data) ? data : (data?.errors ?? [])
    const codes = findings.flatMap(({ code }) => code ?? [])
    for (const code of codes.length > 0 ? codes : [name ?? 'Error']) tally('refusals', code)
  }
}
