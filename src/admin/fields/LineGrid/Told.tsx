'use client'

import type { Finding } from '@/src/domain/kernel/decision'

import { figure } from './columns'
import type { Checked } from './useCheck'
import type { Say } from './words'

/** Totals and findings of the last check, under the lines. */
export const Told = ({ checked, say }: { checked: Checked; say: Say }) => {
  if (checked.lines.length === 0 && checked.findings.length === 0) return null
  const { netTotal, taxTotal, grossTotal } = checked.totals
  return (
    <div className="line-grid__checked" aria-live="polite">
      {checked.lines.some(({ gross }) => gross != null) && (
        <p>
          {say('totals')}: {say('net')} <b>{figure(netTotal)}</b> · {say('tax')} <b>{figure(taxTotal)}</b> · {say('gross')}{' '}
          <b>{figure(grossTotal)}</b>
        </p>
      )}
      {checked.findings.length === 0 ? (
        <p className="is-fine">{say('checked')}</p>
      ) : (
        checked.findings.map((finding: Finding, index) => (
          <p key={`${finding.code}-${index}`} className={finding.severity === 'error' ? 'is-error' : 'is-warning'}>
            {finding.message}
          </p>
        ))
      )}
    </div>
  )
}
