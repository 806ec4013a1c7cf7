import type { FlattenedField, PayloadRequest } from 'payload'

import type { FieldChange } from '@/src/domain/control/changesBetween'
import { isNoted } from '@/src/domain/control/noted'
import { recordsIn, toldChanges } from '@/src/domain/control/toldChanges'
import { minuteOf } from '@/src/domain/kernel/instant'
import type { Vocabulary } from '@/src/domain/messages/language'
import { listAsked, methodWords, placeWords, reasonIn } from '@/src/domain/words/auditWords'
import { refusalsIn } from '@/src/domain/words/refusalWords'
import { labelIn, type Language } from '@/src/domain/words/words'

import { findRecords } from './documents/findRecords'
import { toldFields } from './toldFields'
import { vocabularyOf } from './words'

type Config = PayloadRequest['payload']['config']
type Told = FieldChange & { message: string }

/** What a kind of record is called, or a place of the house that is none. */
function kindWord({ collections, globals }: Config, slug: string, language: Language): string {
  const collection = collections.find((each) => each.slug === slug)
  const named = collection ? collection.labels.plural : globals.find((each) => each.slug === slug)?.label
  return labelIn(named, language) || (placeWords[slug]?.[language] ?? '')
}

const fieldsOf = ({ collections, globals }: Config, slug: string): readonly FlattenedField[] =>
  [...collections, ...globals].find((kind) => kind.slug === slug)?.flattenedFields ?? []

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'

type Telling = { vocabulary: Vocabulary; verb: string; own: readonly FlattenedField[] }

/** What is no field of the record: a verb that was tried, the address of a list, a number of rows. What has no words is not told. */
function besides(change: FieldChange, { vocabulary, verb, own }: Telling): string {
  const { path, after } = change
  const { language } = vocabulary
  const colon = language === 'zh' ? '：' : ': '
  // a field without words, or one this person may not read
  if (own.some(({ name }) => name === path.split('.', 1)[0])) return ''
  if (!isPlain(after)) return ''
  if (isNoted(change)) return `${change.words[language]}${colon}${after}`
  if (verb === 'refused') {
    const tried = vocabulary.verb(path) || methodWords[path]?.[language]
    return tried ? `${tried}${colon}${refusalsIn(String(after), language)}` : ''
  }
  const what = vocabulary.field(path) || vocabulary.verb(path)
  if (!what) return ''
  return `${what}${colon}${path === 'list' ? listAsked(String(after), vocabulary.field, language) : after}`
}

/** The words in which the audit log is told to whoever asks. */
export function auditTeller(req: PayloadRequest, language: Language) {
  const { config } = req.payload
  const isSettings = (slug: string): boolean => config.globals.some((each) => each.slug === slug)

  /** Changes in the words of the screen, with the names of records this person may see. What has no words stands there for programs only. */
  async function changes({ slug, verb, changes: found }: { slug: string; verb: string; changes: readonly FieldChange[] }): Promise<Told[]> {
    const own = fieldsOf(config, slug)
    const fields = await toldFields(req, own)
    const names = new Map<string, string>()
    for (const [kind, ids] of recordsIn(fields, found))
      for (const record of await findRecords({ req, slug: kind, where: { id: { in: [...ids] } }, overrideAccess: false }))
        names.set(`${kind}/${record.id}`, [record['code'] ?? record['no'], record['name']].filter(Boolean).join(' '))
    const timeZone = process.env['TZ_BUSINESS'] || 'Asia/Shanghai'
    const instant = (at: string): string => minuteOf({ instant: at, timeZone })
    const vocabulary = vocabularyOf({ payload: req.payload, slug, language })
    return found.map((change) => {
      const [told] = toldChanges([change], { fields, language, nameOf: (kind, of) => names.get(`${kind}/${of}`), instant })
      return {
        ...change,
        message: told
          ? `${[told.where, told.what].filter(Boolean).join(' ')}: ${told.before} → ${told.after}`
          : besides(change, { vocabulary, verb, own }),
      }
    })
  }

  return {
    kind: (slug: string): string => kindWord(config, slug, language),
    verb: (slug: string, verb: string): string => vocabularyOf({ payload: req.payload, slug, language }).verb(verb),
    /** Settings have no number; they are called as their screen is. */
    no: ({ slug, no }: { slug: string; no: string | null }): string | null =>
      no === slug && isSettings(slug) ? kindWord(config, slug, language) : no,
    reason: (line: { verb: string; reason: string | null }): string | null => reasonIn(line, language),
    changes,
  }
}
