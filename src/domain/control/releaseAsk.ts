import type { FindingCode, Remedy } from '../kernel/decision'
import type { Ask } from '../kernel/ask'
import type { Words } from '../words/words'

const why: readonly Ask[] = [{ name: 'remark', label: { zh: '为何应放行', en: 'Why it should pass' }, kind: 'longText', required: false }]

/** 申请放行: the two things somebody may let pass, and what whoever asks for it is asked. */
export const releaseAsks = {
  'ask-release': { label: { zh: '申请信用放行', en: 'Ask for credit release' }, asks: why },
  'ask-price-release': { label: { zh: '申请低价放行', en: 'Ask for price release' }, asks: why },
} as const satisfies Readonly<Record<string, { label: Words; asks: readonly Ask[] }>>

export type ReleaseAsk = keyof typeof releaseAsks

export type Curable = { code?: string; facts?: Readonly<Record<string, unknown>>; cure?: Remedy }

const ofPrice: readonly string[] = ['BELOW_MINIMUM_PRICE'] satisfies readonly FindingCode[]

/**
 * What can be asked for so that these findings pass, credit before price. Where nobody has the right to release, the finding says so by
 * another remedy, and asking is not offered: alone `grantRight` → nothing.
 */
export function releasesCuring(findings: readonly Curable[]): ReleaseAsk[] {
  const nobody = findings.some(({ code, cure }) => code === 'RELEASE_REQUIRED' && cure?.action === 'grantRight')
  const asked = new Set(
    findings
      .filter(({ cure }) => cure?.action === 'requestRelease')
      .map(({ code, facts }): ReleaseAsk =>
        ofPrice.includes(code ?? '') || facts?.['rule'] === 'minimumPrice' ? 'ask-price-release' : 'ask-release',
      ),
  )
  return (['ask-release', 'ask-price-release'] as const).filter((verb) => asked.has(verb) && !(verb === 'ask-release' && nobody))
}
