'use client'
import type { ReportAnswer } from '@/reports/kit/runReport'

type Props = { columns: ReportAnswer['columns']; hidden: ReadonlySet<string>; onHide: (hidden: string) => void; label: string }

/** Which columns are shown; the choice stands in the address like every other. */
export function ReportColumns({ columns, hidden, onHide, label }: Props) {
  const toggled = (key: string): string => [...new Set([...hidden, key])].filter((one) => one !== key || !hidden.has(key)).join(',')
  return (
    <details name="report-menu" className="report__columns">
      <summary>{label}</summary>
      <div>
        {columns.map(({ key, title }) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={!hidden.has(key)}
              disabled={!hidden.has(key) && columns.length - hidden.size <= 1}
              onChange={() => onHide(toggled(key))}
            />
            {title}
          </label>
        ))}
      </div>
    </details>
  )
}
