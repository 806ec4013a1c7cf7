'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { type Department, type DeskOrder, standing } from '@/src/questions/orders/reviews/desk'
import { useIsAlive } from '@/src/admin/useIsAlive'
import type { Typing } from './OrderLines'
import { type AttachedFile, attachFile } from './attachFile'
import { post } from './post'
import { type PromiseCell, promiseCells, proposalsOf, proposedFor } from '@/src/questions/orders/reviews/promising'
import type { Say } from './words'

/** Departments this person is asked to answer for on this order. */
export const askedOf = (order: DeskOrder): Department[] =>
  order.mine.filter((department) => order.opinions.some((row) => row.department === department && row.status === 'open'))

/** One click answers: the department's opinion with remark and promised dates, or the general manager's ruling. Ctrl + Enter agrees. */
export const AnswerForm = ({
  order,
  say,
  language,
  typing,
  onAnswered,
}: {
  order: DeskOrder
  say: Say
  language: string
  typing: Typing
  onAnswered: () => void
}) => {
  const open = askedOf(order)
  const [department, setDepartment] = useState<Department | undefined>(open[0])
  const [remark, setRemark] = useState('')
  const [files, setFiles] = useState<AttachedFile[]>([])
  const [isSending, setBusy] = useState(false)
  // a day that is none is neither left out nor taken for something else
  const busy = isSending || typing.hasUnread
  const isAlive = useIsAlive()
  const rules = order.mayRule && order.status === 'awaitingRuling'
  const send = async (verb: string, body: object): Promise<void> => {
    setBusy(true)
    const done = await post({ order, verb, body, language })
    setBusy(false)
    if (done) onAnswered()
  }
  const proposals = typing.enabled ? proposalsOf({ lines: order.lines, typed: typing.typed }) : null
  const answer = (opinion: string) =>
    send('review', {
      department: department ?? open[0],
      opinion,
      ...(remark ? { remark } : {}),
      ...(proposals ? { proposals } : {}),
      ...(files.length > 0 ? { files: files.map(({ relationTo, value }) => ({ relationTo, value })) } : {}),
    })
  const pmc = standing(order.opinions).find(({ department: from, proposed }) => from === 'pmc' && proposed.length > 0)
  const fill = (dateOf: (cell: PromiseCell) => string | null): void => {
    for (const cell of order.lines.flatMap(promiseCells)) {
      const date = dateOf(cell)
      if (date) typing.set(cell.key, date)
    }
  }
  const attach = async (chosen: FileList | null): Promise<void> => {
    setBusy(true)
    for (const file of chosen ?? []) {
      const made = await attachFile({ file, customer: order.customerId, language })
      if (made) setFiles((before) => [...before, made])
    }
    setBusy(false)
  }
  const wordless = remark.trim() === ''
  useEffect(() => {
    const agree = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && open.length > 0 && !rules && !busy) void answer('agree')
    }
    window.addEventListener('keydown', agree)
    return () => window.removeEventListener('keydown', agree)
  })
  if (open.length === 0 && !rules && !order.mayAccept) return null
  return (
    <form className="review-desk__answer" onSubmit={(event) => event.preventDefault()}>
      {open.length > 1 && !rules && (
        <label>
          {say('answerFor')}{' '}
          <select value={department} onChange={(event) => setDepartment(event.target.value as Department)}>
            {open.map((value) => (
              <option key={value} value={value}>
                {say(value)}
              </option>
            ))}
          </select>
        </label>
      )}
      {(open.length > 0 || rules) && (
        <textarea
          aria-label={rules ? say('text') : say('remark')}
          placeholder={rules ? say('text') : say('remarkNeeded')}
          rows={3}
          disabled={!isAlive}
          value={remark}
          onChange={(event) => setRemark(event.target.value)}
        />
      )}
      {open.length > 0 && !rules && (
        <label className="review-desk__files">
          <span>{say('attach')}</span>
          <input type="file" multiple disabled={busy} onChange={(event) => void attach(event.target.files)} />
          {files.map(({ name }) => name).join(', ')}
        </label>
      )}
      {typing.enabled && (
        <div className="review-desk__fills">
          {order.lines.flatMap(promiseCells).some(({ asked }) => asked) && (
            <Button disabled={busy} margin={false} buttonStyle="subtle" onClick={() => fill(({ asked }) => asked)}>
              {say('asAsked')}
            </Button>
          )}
          {pmc && (
            <Button disabled={busy} margin={false} buttonStyle="subtle" onClick={() => fill((cell) => proposedFor(pmc.proposed, cell))}>
              {say('asProposed')}
            </Button>
          )}
        </div>
      )}
      <div className="answer-bar review-desk__buttons">
        {rules &&
          (['accept', 'acceptWithConditions', 'reject'] as const).map((decision) => (
            <Button
              key={decision}
              disabled={busy || wordless}
              margin={false}
              buttonStyle={decision === 'accept' ? 'primary' : 'secondary'}
              onClick={() => void send('rule', { decision, text: remark, ...(proposals ? { conditions: proposals } : {}) })}
            >
              {say(decision)}
            </Button>
          ))}
        {!rules &&
          open.length > 0 &&
          (['agree', 'agreeWithCondition', 'disagree'] as const).map((opinion) => (
            <Button
              key={opinion}
              disabled={busy || (opinion !== 'agree' && wordless)}
              margin={false}
              buttonStyle={opinion === 'agree' ? 'primary' : 'secondary'}
              onClick={() => void answer(opinion)}
            >
              {say(opinion)}
            </Button>
          ))}
        {order.mayAccept && !rules && (
          <Button
            disabled={busy}
            margin={false}
            buttonStyle={open.length > 0 ? 'secondary' : 'primary'}
            onClick={() => void send('accept-conditions', {})}
          >
            {say('acceptConditions')}
          </Button>
        )}
      </div>
      {open.length > 0 && !rules && (
        <small>
          {typing.enabled && (
            <>
              <kbd>Enter</kbd> {say('nextDate')}{' '}
            </>
          )}
          <kbd>Ctrl + Enter</kbd> {say('agree')}
        </small>
      )}
    </form>
  )
}
