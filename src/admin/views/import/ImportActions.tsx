'use client'

import { Button } from '@payloadcms/ui'

import { unanswered } from './asked'
import type { Looked, Report, Said } from './sendImport'
import type { ImportWords } from './words'

type Actions = {
  step: 'kind' | 'file' | 'columns' | 'check' | 'result'
  looked: Looked | null
  said: Said
  report: Report | null
  busy: boolean
  say: ImportWords
  onBack: () => void
  onCheck: (said: Said) => void
  onTake: () => void
  onCorrected: () => void
  onStop: () => void
  onAnother: () => void
}

/** What can be done next: one button leads on, and only where it can succeed. */
export const ImportActions = (actions: Actions) => {
  const { step, looked, said, report, busy, say, onBack, onCheck, onTake, onCorrected, onStop, onAnother } = actions
  const errors = report?.errors ?? []
  // nothing is wrong with the file but that lines would be removed: that is a yes or no
  const asksYes = errors.length > 0 && errors.every(({ yes }) => yes === 'removeLines')
  return (
    <div className="import__actions">
      {step !== 'kind' && step !== 'result' && (
        <Button buttonStyle="secondary" disabled={busy} onClick={onBack}>
          {say.back}
        </Button>
      )}
      {step === 'columns' && (
        <Button disabled={busy || !looked || unanswered(looked, said)} onClick={() => onCheck(said)}>
          {busy ? say.checking : say.next}
        </Button>
      )}
      {step === 'check' && errors.length === 0 && (
        <Button disabled={busy} onClick={onTake}>
          {busy ? say.taking : say.take}
        </Button>
      )}
      {step === 'check' && asksYes && (
        <Button
          buttonStyle="secondary"
          disabled={busy}
          onClick={() => onCheck({ ...said, answers: { ...said.answers, removeLines: 'yes' } })}
        >
          {say.removeAndCheck}
        </Button>
      )}
      {step === 'check' && errors.length > 0 && (
        <Button disabled={busy} onClick={onCorrected}>
          {say.corrected}
        </Button>
      )}
      {busy && (
        <Button buttonStyle="secondary" onClick={onStop}>
          {say.stop}
        </Button>
      )}
      {step === 'result' && report?.list && (
        <Button el="anchor" url={report.list}>
          {say.showAll}
        </Button>
      )}
      {step === 'result' && (
        <Button buttonStyle={report?.list ? 'secondary' : 'primary'} onClick={onAnother}>
          {say.another}
        </Button>
      )}
    </div>
  )
}
