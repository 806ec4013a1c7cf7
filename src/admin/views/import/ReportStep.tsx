'use client'

import { AsidesNote } from './AsidesNote'
import type { Report } from './sendImport'
import type { ImportWords } from './words'

const shown = 200

/** All that is wrong, also what is not listed any more. */
const countOf = ({ errors, problems }: Report): number => problems?.reduce((sum, { count }) => sum + count, 0) ?? errors.length

/** What a check found or an import did: counts, and every problem with its place. */
export const ReportStep = ({ report, say, onErrorFile }: { report: Report; say: ImportWords; onErrorFile: () => void }) => {
  const counts: Array<[string, number]> = [
    [say.rows, report.rows],
    [report.dryRun ? say.wouldCreate : say.created, report.created],
    [report.dryRun ? say.wouldUpdate : say.updated, report.updated],
    [say.same, report.unchanged ?? 0],
  ]
  return (
    <>
      <dl className="import__counts" aria-live="polite">
        {counts.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count.toLocaleString('en-US')}</dd>
          </div>
        ))}
      </dl>
      <AsidesNote asides={report.asides} say={say} />
      {report.errors.length > 0 && (
        <>
          <p className="import__warning" role="alert">
            {countOf(report).toLocaleString('en-US')} {say.problems}{' '}
            <button type="button" className="import__link" onClick={onErrorFile}>
              {say.errorFile}
            </button>
          </p>
          {(report.problems?.length ?? 0) > 1 && (
            <p className="report__note">
              {report.problems?.map(({ heading, count }) => `${heading}: ${count.toLocaleString('en-US')}`).join(' · ')}
            </p>
          )}
          <div className="import__scroll">
            <table className="import__table">
              <thead>
                <tr>
                  <th className="import__figure">{say.row}</th>
                  <th>{say.column}</th>
                  <th>{say.found}</th>
                  <th>{say.reason}</th>
                </tr>
              </thead>
              <tbody>
                {report.errors.slice(0, shown).map(({ row, heading, column, found, message }, index) => (
                  <tr key={index}>
                    <td className="import__figure">{row || ''}</td>
                    <td>{heading ?? column}</td>
                    <td className="import__samples">{found ?? ''}</td>
                    <td>{message}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  )
}
