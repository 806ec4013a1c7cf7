import type { PayloadRequest } from 'payload'

import { type Alarm, alarmsIn, alarmWords, toldAlarm } from '@/src/domain/control/alarm'
import { addDays, businessDate } from '@/src/domain/kernel/businessDate'
import { now } from '@/src/engine/clock'
import { createDocument } from '@/src/engine/documents/createDocument'
import { settingsOf } from '@/src/engine/settings'
import { knownAlarms, unusualSince } from '@/src/ledger/facts/unusual'

import { notify, peopleWithRole } from './notify'

/** Looks through what was recorded since yesterday and raises what reaches its threshold and was not raised before. Returns how many. */
export async function raiseAlarms(req: PayloadRequest): Promise<number> {
  const { control } = await settingsOf(req)
  const { date } = now(req)
  const timeZone = process.env['TZ_BUSINESS'] || 'Asia/Shanghai'
  const day = addDays(businessDate(date), -1)
  const { nightFrom, nightTo } = control
  const tallies = await unusualSince(req, { day, timeZone, nightFrom, nightTo, largeRelease: control.largeRelease ?? null })
  const known = await knownAlarms(req, day)
  const fresh = alarmsIn(tallies, control).filter(({ key }) => !known.has(key))
  for (const alarm of fresh) await raise(req, alarm)
  return fresh.length
}

async function raise(req: PayloadRequest, { key, threshold, kind, person, subject, day, count, detail }: Alarm): Promise<void> {
  const told = toldAlarm({ kind, subject, day, count, threshold, detail })
  const { advice, name } = alarmWords[kind]
  const doc = await createDocument({
    req,
    slug: 'alarms',
    data: {
      date: now(req).date,
      kind,
      day,
      person,
      subject,
      count,
      threshold,
      detail,
      key,
      told: [{ message: told }, { message: advice }],
    },
    overrideAccess: true,
  })
  const watchers = [...(await peopleWithRole(req, 'generalManager')), ...(await peopleWithRole(req, 'admin'))]
  await notify({
    req,
    people: watchers.filter(({ id }) => id !== person),
    kind: 'alarm',
    key: `alarm-${key}`,
    title: { zh: `${name.zh}：${subject}`, en: `${name.en}: ${subject}` },
    text: { zh: `${told.zh}。${advice.zh}。`, en: `${told.en}. ${advice.en}.` },
    related: { slug: 'alarms', id: doc.id },
  })
}
