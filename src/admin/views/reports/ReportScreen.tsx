'use client'
import { Banner, Button } from '@payloadcms/ui'
import { useCallback, useMemo } from 'react'

import type { ReportDescription } from '@/reports/kit/describeReport'
import type { Language } from '@/reports/kit/label'
import type { ReportAnswer } from '@/reports/kit/runReport'

import { formerDay, formerDays, formerRows } from './former'
import { PreparedProgress } from './PreparedProgress'
import { ReportChart } from './ReportChart'
import { ReportColumns } from './ReportColumns'
import { ReportFilters } from './ReportFilters'
import { ReportTable } from './ReportTable'
import { textIn } from './texts'
import { SavedViews } from './SavedViews'
import { addressOf, chosenIn, type Chosen, queryOf, useChosen } from './useChosen'
import { usePreparing } from './usePreparing'
import { rowsOnScreen, useReport } from './useReport'

type Props = {
  api: string
  admin: string
  description: ReportDescription
  language: Language
  person: { id: number; roles: readonly string[] }
  /** The business's day. */
  today: string
  /** What the address asks. */
  search: string
}

/** Beyond so many rows a workbook takes longer than one waits for: it is written in the background. */
const rowsAtOnce = 20_000

/** Filters, chart, table and the way to Excel and paper. What is chosen stands in the address, so that it can be kept and sent. */
export function ReportScreen({ api, admin, description, language, person, today, search }: Props) {
  const text = textIn(language)
  const url = `${api}/reports/${description.name}`
  const { chosen, choose } = useChosen({ admin, description, search })
  const query = queryOf(chosen).toString()
  const { answer, problem, loading } = useReport({ url, query, sort: chosen['_sort'] ?? '', language, failed: text('failed') })
  const { file, problem: refused, prepare, cancel } = usePreparing({ api, language })
  const against = chosen['_with'] ?? ''
  const before = answer ? queryBefore({ answer, query, against, ...(description.onAnyDay ? { today } : {}) }) : null
  const { answer: then } = useReport({ url, query: before, language, failed: text('failed') })
  const former = useMemo(
    () => (before !== null && then ? { rows: formerRows(then, against), totals: then.totals } : null),
    [before, then, against],
  )
  const hidden = useMemo(() => new Set((chosen['_hide'] ?? '').split(',').filter(Boolean)), [chosen])
  const drill = useCallback(
    ({ _report: other, ...changes }: Record<string, string | null>) => {
      const asks = Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value ?? '']))
      // another report is another page; Back comes here again
      if (other) window.location.assign(`${admin}/reports/${other}?${addressOf(asks)}`)
      else choose({ ...chosen, ...asks, _sort: '' }, 'step')
    },
    [admin, choose, chosen],
  )
  const hasPeriod = ['from', 'to'].every((name) => description.params.some((param) => param.name === name))
  const download = (format: string): string => `${url}?${fileQuery({ chosen, columns: answer?.columns ?? [], format })}`
  return (
    <div className="report" aria-busy={loading}>
      <header className="report__head">
        <h1>{description.title}</h1>
        <div className="report__actions">
          {answer && answer.rowCount > rowsAtOnce ? (
            <Button
              buttonStyle="primary"
              size="small"
              margin={false}
              onClick={() => void prepare(`${url}/prepare?${fileQuery({ chosen, columns: answer.columns, format: 'xlsx' })}`)}
            >
              {text('prepare')}
            </Button>
          ) : (
            <Button el="anchor" url={download('xlsx')} buttonStyle="primary" size="small" margin={false}>
              {text('excel')}
            </Button>
          )}
          <Button el="anchor" url={download('csv')} buttonStyle="secondary" size="small" margin={false}>
            CSV
          </Button>
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => window.print()}>
            {text('print')}
          </Button>
        </div>
      </header>
      <ReportFilters today={today} params={description.params} chosen={chosen} onChoose={choose} language={language} text={text} />
      {file && <PreparedProgress file={file} api={api} language={language} onCancel={() => void cancel()} />}
      {refused && <Banner type="error">{refused}</Banner>}
      {problem && <Banner type="error">{problem}</Banner>}
      {answer && (
        <>
          <div className="report__bar">
            <p className="report__stated">
              {[...answer.params.map(({ label, value }) => `${label} ${value}`), `${answer.rowCount} ${text('rows')}`].join(' · ')}
            </p>
            {(hasPeriod || description.onAnyDay) && (
              <label className="report__against">
                {text('against')}{' '}
                <select value={against} onChange={(event) => choose({ ...chosen, _with: event.target.value })}>
                  <option value="">{text('nothing')}</option>
                  <option value="year">{text(hasPeriod ? 'sameDays' : 'sameDay')}</option>
                  <option value="period">{text(hasPeriod ? 'daysBefore' : 'monthBefore')}</option>
                </select>
              </label>
            )}
            <SavedViews
              api={api}
              admin={admin}
              report={description.name}
              question={addressOf(chosen)}
              person={person}
              language={language}
              onOpen={(question) => choose(chosenIn(description, question), 'step')}
              text={text}
            />
            <ReportColumns
              columns={answer.columns}
              hidden={hidden}
              onHide={(next) => choose({ ...chosen, _hide: next })}
              label={text('columns')}
            />
          </div>
          {against !== '' && before === null && <p className="report__note">{text('needsDays')}</p>}
          {answer.chart && <ReportChart option={answer.chart} />}
          {answer.chartSays.map((said) => (
            <p key={said} className="report__note">
              {said}
            </p>
          ))}
          {answer.rowCount > rowsOnScreen && <p className="report__note">{text('firstRows').replace('{n}', String(rowsOnScreen))}</p>}
          <ReportTable
            answer={answer}
            former={former}
            hidden={hidden}
            sort={chosen['_sort'] ?? ''}
            admin={admin}
            language={language}
            onSort={(sort) => choose({ ...chosen, _sort: sort })}
            onDrill={drill}
            text={text}
          />
        </>
      )}
      {loading && <p className="report__note">{text('loading')}</p>}
    </div>
  )
}

/** A file is as the screen shows it: the same order, without the columns hidden. */
function fileQuery({ chosen, columns, format }: { chosen: Chosen; columns: ReportAnswer['columns']; format: string }): string {
  const asked = queryOf(chosen)
  asked.set('format', format)
  if (chosen['_sort']) asked.set('sort', chosen['_sort'])
  // what was hidden before a step into a row may not be there any more
  const hidden = (chosen['_hide'] ?? '').split(',').filter((name) => columns.some(({ key }) => key === name))
  if (hidden.length > 0) asked.set('hide', hidden.join(','))
  return asked.toString()
}

type Compared = {
  answer: ReportAnswer
  query: string
  against: string
  /** of a report that is of one day */
  today?: string
}

/** The same question of the days before; null when nothing is compared, or the report does not say which days it is of. */
function queryBefore({ answer, query, against, today }: Compared): string | null {
  const stated = (name: string): string => answer.params.find((param) => param.name === name)?.value ?? ''
  const asked = new URLSearchParams(query)
  if (today !== undefined) {
    const day = formerDay(stated('asOf') || today, against)
    if (day) asked.set('asOf', day)
    return day && asked.toString()
  }
  const days = formerDays({ from: stated('from'), to: stated('to') }, against)
  if (!days) return null
  asked.set('from', days.from)
  asked.set('to', days.to)
  return asked.toString()
}
