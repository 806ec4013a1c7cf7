'use client'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'

import type { Department, DeskOrder } from './desk'
import type { Say } from './ReviewDesk'

type Refused = { errors?: Array<{ message: string; data?: { errors?: Array<{ message: string }> } }> }

/** Posts a verb of the order; shows every refusal with what would make it pass. */
async function post({ order, verb, body, language }: { order: DeskOrder; verb: string; body: object; language: string }): Promise<boolean> {
  const answer = await fetch(`/api/orders/${order.id}/${verb}`, {
    method: 'POST',
    credentials: 'include',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language, 'Idempotency-Key': crypto.randomUUID() },
  })
  if (answer.ok) return true
  const told = (await answer.json()) as Refused
  for (const error of told.errors ?? []) for (const { message } of error.data?.errors ?? [error]) toast.error(message)
  return false
}

/** One date to promise for the line, or one for each of its delivery dates. */
const asked = (line: DeskOrder['lines'][number]): Array<{ key: string; title: string }> =>
  line.schedule.length > 1
    ? line.schedule.map(({ date, qty }) => ({ key: `${line.id} ${date}`, title: `${date} × ${qty.toLocaleString('en-US')}` }))
    : [{ key: line.id, title: '' }]

/** One click answers: the department's opinion with remark and promised dates, or the general manager's ruling. */
export const AnswerForm = ({
  order,
  say,
  language,
  onAnswered,
}: {
  order: DeskOrder
  say: Say
  language: string
  onAnswered: () => void
}) => {
  const open = order.mine.filter((department) => order.opinions.some((row) => row.department === department && row.status === 'open'))
  const [department, setDepartment] = useState<Department | undefined>(open[0])
  const [remark, setRemark] = useState('')
  const [promised, setPromised] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const rules = order.mayRule && order.status === 'awaitingRuling'
  if (open.length === 0 && !rules) return null
  const send = async (verb: string, body: object): Promise<void> => {
    setBusy(true)
    const done = await post({ order, verb, body: { ...body, version: order.version }, language })
    setBusy(false)
    if (done) onAnswered()
  }
  const proposals = {
    lines: order.lines.flatMap((line) => {
      const schedule = line.schedule.flatMap(({ date }) => {
        const given = promised[`${line.id} ${date}`]
        return given ? [{ date, promised: given }] : []
      })
      const whole = promised[line.id]
      return whole || schedule.length > 0
        ? [{ line: line.id, ...(whole ? { promised: whole } : {}), ...(schedule.length > 0 ? { schedule } : {}) }]
        : []
    }),
  }
  const answer = (opinion: string) =>
    send('review', {
      department: department ?? open[0],
      opinion,
      ...(remark ? { remark } : {}),
      ...(proposals.lines.length > 0 ? { proposals } : {}),
    })
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
      {(department === 'pmc' || (rules && order.status === 'awaitingRuling')) &&
        order.lines.flatMap((line) =>
          asked(line).map(({ key, title }) => (
            <label key={key}>
              {`${say('promised')} ${line.item || line.description} ${title}`}{' '}
              <input
                type="date"
                value={promised[key] ?? ''}
                onChange={(event) => setPromised({ ...promised, [key]: event.target.value })}
              />
            </label>
          )),
        )}
      <textarea
        aria-label={rules ? say('text') : say('remark')}
        placeholder={rules ? say('text') : say('remark')}
        rows={3}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
      <div className="review-desk__buttons">
        {rules
          ? (['accept', 'acceptWithConditions', 'reject'] as const).map((decision) => (
              <Button
                key={decision}
                disabled={busy || remark.trim() === ''}
                margin={false}
                buttonStyle={decision === 'accept' ? 'primary' : 'secondary'}
                onClick={() =>
                  void send('rule', { decision, text: remark, ...(proposals.lines.length > 0 ? { conditions: proposals } : {}) })
                }
              >
                {say(decision)}
              </Button>
            ))
          : (['agree', 'agreeWithCondition', 'disagree'] as const).map((opinion) => (
              <Button
                key={opinion}
                disabled={busy || (opinion !== 'agree' && remark.trim() === '')}
                margin={false}
                buttonStyle={opinion === 'agree' ? 'primary' : 'secondary'}
                onClick={() => void answer(opinion)}
              >
                {say(opinion)}
              </Button>
            ))}
      </div>
    </form>
  )
}
