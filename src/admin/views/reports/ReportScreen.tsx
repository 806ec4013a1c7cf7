'use client'
import { Banner, Button } from '@payloadcms/ui'
import { useCallback, useState } from 'react'

import type { ReportDescription } from '@/reports/kit/describeReport'
import type { Language } from '@/reports/kit/label'

import { ReportChart } from './ReportChart'
import { ReportFilters } from './ReportFilters'
import { ReportTable } from './ReportTable'
import { textIn } from './texts'
import { type Chosen, queryOf, rowsOnScreen, useReport } from './useReport'

type Props = { api: string; admin: string; description: ReportDescription; language: Language }

const startOf = ({ params }: ReportDescription): Chosen => {
  const asked = typeof window === 'undefined' ? new URLSearchParams() : new URLSearchParams(window.location.search)
  return Object.fromEntries(params.map(({ name, initial }) => [name, asked.get(name) ?? initial ?? '']))
}

/** Filters, chart, table and the way to Excel and paper. What is chosen stands in the address, so that it can be kept and sent. */
export function ReportScreen({ api, admin, description, language }: Props) {
  const text = textIn(language)
  const url = `${api}/reports/${description.name}`
  const [chosen, setChosen] = useState<Chosen>(() => startOf(description))
  const { answer, problem, loading } = useReport({ url, chosen, language, failed: text('failed') })

  const choose = useCallback(
    (next: Chosen) => {
      setChosen(next)
      window.history.replaceState(null, '', `${admin}/reports/${description.name}?${queryOf(next).toString()}`)
    },
    [admin, description.name],
  )
  const drill = useCallback(
    (changes: Record<string, string | null>) =>
      choose({ ...chosen, ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value ?? ''])) }),
    [choose, chosen],
  )
  const excel = queryOf(chosen)
  excel.set('format', 'xlsx')
  return (
    <div className="report" aria-busy={loading}>
      <header className="report__head">
        <h1>{description.title}</h1>
        <div className="report__actions">
          <Button el="anchor" url={`${url}?${excel.toString()}`} buttonStyle="primary" size="small" margin={false}>
            {text('excel')}
          </Button>
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => window.print()}>
            {text('print')}
          </Button>
        </div>
      </header>
      <ReportFilters api={api} params={description.params} chosen={chosen} onChoose={choose} text={text} />
      {problem && <Banner type="error">{problem}</Banner>}
      {answer && (
        <>
          <p className="report__stated">
            {answer.params.map(({ label, value }) => `${label} ${value}`).join(' · ')} · {answer.rowCount} {text('rows')}
          </p>
          {answer.chart && <ReportChart option={answer.chart} />}
          {answer.rowCount > rowsOnScreen && <p className="report__note">{text('firstRows').replace('{n}', String(rowsOnScreen))}</p>}
          <ReportTable answer={answer} language={language} onDrill={drill} text={text} />
        </>
      )}
      {loading && <p className="report__note">{text('loading')}</p>}
    </div>
  )
}
