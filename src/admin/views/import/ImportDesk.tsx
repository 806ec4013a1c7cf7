'use client'

import { Banner } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

import { ask, askFile } from '../../request/ask'
import { ColumnsStep } from './ColumnsStep'
import { ImportActions } from './ImportActions'
import { type Kind, KindsStep } from './KindsStep'
import { ReportStep } from './ReportStep'
import { type Files, formOf, look, type Looked, type Report, run, type Said } from './sendImport'
import { wordsIn } from './words'

/** What was said of a file holds for the corrected one, but for how that one is written. */
const ofNextFile = (answers: Said['answers'], of: readonly string[]): Said['answers'] =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !of.includes(name)))
const ofLines = ['encoding', 'sheet']
const ofHeads = ['headsEncoding', 'headsSheet']

type Step = 'kind' | 'file' | 'columns' | 'check' | 'result'
const steps: readonly Step[] = ['kind', 'file', 'columns', 'check', 'result']

/** 导入资料: kind → file → columns → check → result. Nothing is kept before the last step, and then all of it or none. */
export const ImportDesk = ({ language, api }: { language: 'zh' | 'en'; api: string }) => {
  const say = wordsIn(language)
  const [kinds, setKinds] = useState<Kind[]>([])
  const [kind, setKind] = useState<Kind | null>(null)
  const [step, setStep] = useState<Step>('kind')
  const [file, setFile] = useState<File | null>(null)
  const [heads, setHeads] = useState<File | null>(null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const [said, setSaid] = useState<Said>({ answers: {} })
  const [report, setReport] = useState<Report | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [done, setDone] = useState<number | null>(null)
  const running = useRef<AbortController | null>(null)
  const choose = (chosen: Kind): void => {
    setKind(chosen)
    setStep('file')
    setRefused(null)
  }
  useEffect(() => {
    void ask<{ kinds: Kind[] }>(`${api}/import`, { language }).then((answer) => {
      if (!answer.ok) return
      setKinds(answer.body.kinds)
      // who was led here has one in mind
      const meant = answer.body.kinds.find((one) => one.kind === new URLSearchParams(window.location.search).get('kind'))
      if (meant) choose(meant)
    })
  }, [api, language])

  const inspect = async (files: Files, words: Said): Promise<void> => {
    if (!kind) return
    setRefused(null)
    const answer = await look(api, kind.kind, files, words, language).catch(() => null)
    if (!answer?.ok) return setRefused(answer?.refusals[0]?.message ?? say.failed)
    setSaid(words)
    setLooked(answer.body)
    setStep('columns')
  }
  const taken = (words: Said): string | undefined =>
    Object.entries({ ...looked?.mapping, ...words.mapping }).find(([, column]) => column === 'no')?.[0]
  /** What is said changes how the file is read: its letters all of it, and which column is the number what a total is. */
  const tell = (words: Said): void => {
    // its letters, its sheet, which rows are rows: all of it is read anew
    const isWrittenOtherwise = [...ofLines, ...ofHeads].some((name) => words.answers[name] !== said.answers[name])
    const isNumbered = taken(said) === undefined && taken(words) !== undefined
    const isReadOtherwise = isNumbered || words.answers['asides'] !== said.answers['asides']
    if (!file || !(isWrittenOtherwise || isReadOtherwise)) return setSaid(words)
    void inspect({ file, heads }, isWrittenOtherwise ? { answers: words.answers } : words)
  }
  const whole = (words = said): Said => ({ ...words, ...(looked ? { mapping: { ...looked.mapping, ...words.mapping } } : {}) })
  const send = async (dryRun: boolean, words = said): Promise<void> => {
    if (!kind || !file) return
    setSaid(words)
    const controller = new AbortController()
    running.current = controller
    setRefused(null)
    setDone(0)
    const address = `${api}/import/${kind.kind}?dryRun=${String(dryRun)}`
    const answer = await run({
      address,
      form: formOf({ file, heads }, whole(words)),
      language,
      signal: controller.signal,
      onProgress: setDone,
    }).catch(() => ({
      refused: controller.signal.aborted ? say.stopped : say.failed,
    }))
    running.current = null
    setDone(null)
    if ('refused' in answer) return setRefused(answer.refused || say.failed)
    // a heading that stands for something else now may be read in two ways: that is asked where the others are
    const { questions } = answer
    if (looked && questions && questions.length > 0) {
      setLooked({ ...looked, questions })
      return setStep('columns')
    }
    setReport({ ...answer, dryRun })
    setStep(dryRun || answer.errors.length > 0 ? 'check' : 'result')
  }
  const errorFile = async (): Promise<void> => {
    if (!kind || !file) return
    const made = await askFile(`${api}/import/${kind.kind}/errors`, {
      send: formOf({ file, heads }, whole()),
      language,
      waits: true,
    }).catch(() => null)
    if (!made) return setRefused(say.failed)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(made)
    link.download = `${kind.title}.xlsx`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  const again = (): void => {
    setFile(null)
    setHeads(null)
    setLooked(null)
    setReport(null)
    setSaid({ answers: {} })
    setStep('kind')
  }
  const at = steps.indexOf(step)
  const busy = done !== null
  return (
    <div className="report import">
      <header className="report__head">
        <h1>{kind && step !== 'kind' ? `${say.title} · ${kind.title}` : say.title}</h1>
      </header>
      <ol className="import__steps">
        {steps.map((name, index) => (
          <li key={name} aria-current={name === step ? 'step' : undefined} className={index < at ? 'import__past' : undefined}>
            {say[name]}
          </li>
        ))}
      </ol>
      {refused && <Banner type="error">{refused}</Banner>}
      {step === 'kind' && <KindsStep kinds={kinds} say={say} templates={`${api}/import`} language={language} onChoose={choose} />}
      {step === 'file' && kind && (
        <>
          <p className="report__note">{kind.note}</p>
          <label className="import__file">
            {say.choose}
            <input
              type="file"
              accept=".csv,.tsv,.txt,.xlsx"
              onChange={({ target }) => {
                const chosen = target.files?.[0] ?? null
                setFile(chosen)
                if (chosen) void inspect({ file: chosen, heads }, { answers: ofNextFile(said.answers, ofLines) })
              }}
            />
          </label>
          {kind.joins && (
            <label className="import__file">
              {say.heads}
              <input
                type="file"
                accept=".csv,.tsv,.txt,.xlsx"
                onChange={({ target }) => {
                  const chosen = target.files?.[0] ?? null
                  setHeads(chosen)
                  if (file) void inspect({ file, heads: chosen }, { answers: ofNextFile(said.answers, ofHeads) })
                }}
              />
            </label>
          )}
          <a href={`${api}/import/${kind.kind}/template?language=${language}`}>{say.template}</a>
        </>
      )}
      {step === 'columns' && looked && <ColumnsStep looked={looked} said={said} say={say} onChange={tell} />}
      {(step === 'check' || step === 'result') && report && <ReportStep report={report} say={say} onErrorFile={() => void errorFile()} />}
      {step === 'check' && report?.errors.length === 0 && <p className="report__note">{say.undo}</p>}
      {busy && (
        <p className="import__progress" role="status">
          <progress max={Math.max(1, looked?.rows ?? 1)} value={done} /> {done.toLocaleString('en-US')} /{' '}
          {(looked?.rows ?? 0).toLocaleString('en-US')} {say.rows}
        </p>
      )}
      <ImportActions
        {...{ step, looked, said, report, busy, say }}
        onBack={() => setStep(steps[Math.max(0, at - 1)] ?? 'kind')}
        onCheck={(words) => void send(true, words)}
        onTake={() => void send(false)}
        onCorrected={() => setStep('file')}
        onStop={() => running.current?.abort()}
        onAnother={again}
      />
    </div>
  )
}
