import { format, resolveConfig } from 'prettier'

import { reports } from '@/reports'
import { figureFields } from '@/src/access/figureFields'
import { areFiles } from '@/src/access/kinds'
import { rights, settingsRights } from '@/src/access/rights'
import { rowsInWords } from '@/src/access/rowsInWords'
import { sheetRights } from '@/src/access/sheets'
import { type Role, roles as everybody } from '@/src/domain/people/person'
import { figures, sights } from '@/src/domain/people/sight'
import { allRules } from '@/src/engine/define'
import '@/src/usecases'

const named = (list: readonly string[]): string => {
  if (list.length === 0) return '–'
  return everybody.every((role) => list.includes(role)) ? 'everybody' : everybody.filter((role) => list.includes(role)).join(' ')
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n')

const collections = (): string =>
  table(
    ['collection', 'reads', 'creates', 'edits', 'deletes', 'whose rows'],
    Object.entries(rights).map(([slug, row]) =>
      areFiles(row)
        ? [
            slug,
            'everybody',
            named(row.create),
            `uploader; ${named(row.remove)}`,
            named(row.remove),
            'of documents one reads, and one’s own uploads',
          ]
        : [
            slug,
            `${named(row.read)}${row.figure ? ` who sees ${row.figure}` : ''}`,
            named(row.create),
            named(row.update),
            named(row.remove),
            `${rowsInWords(row.rows)}${row.writes ? `. Writes: ${rowsInWords(row.writes)}` : ''}`,
          ],
    ),
  )

const verbs = (): string =>
  table(
    ['document', 'verb', 'roles'],
    [...allRules()]
      .sort((a, b) => a.slug.localeCompare(b.slug))
      .flatMap(({ slug, verbs: of }) =>
        Object.values(of)
          .filter(({ roles }) => roles.length > 0)
          .map(({ name, roles }) => [slug, name, named(roles as readonly Role[])]),
      ),
  )

/** As the formatter leaves it, so that a fresh page is not a stale one. */
export const formatted = async (page: string): Promise<string> =>
  format(page, { ...(await resolveConfig('docs/permissions.md')), parser: 'markdown' })

/** The rights of the house as a page, made from the tables the house works by. */
export const permissionsPage = (): string =>
  [
    '# Rights',
    '',
    'Written by `npm run generate` from `src/access` and `src/domain/people`; `npm run check` compares. Documents are cancelled, never deleted.',
    '“Everybody” is every person with a role. Rows: own, department or all by the person’s data scope; the general manager and the auditor see all.',
    '',
    '## Records',
    '',
    collections(),
    '',
    `Settings: read by ${named(settingsRights.read)}, changed by ${named(settingsRights.update)}.`,
    '',
    '## Figures',
    '',
    table(
      ['figure', 'seen by', 'or by the right', 'entered by'],
      figures.map((figure) => [figure, named(sights[figure].roles), sights[figure].grant ?? '–', named(sights[figure].setBy)]),
    ),
    '',
    'Fields closed by name to whoever may not see the figure:',
    '',
    table(
      ['collection', 'figure', 'fields'],
      Object.entries(figureFields).flatMap(([slug, closed]) =>
        Object.entries(closed).map(([figure, fields]) => [slug, figure, fields.join(' ')]),
      ),
    ),
    '',
    '## Verbs',
    '',
    'A verb is pressed on a document one reads.',
    '',
    verbs(),
    '',
    '## Sheets',
    '',
    table(
      ['sheet', 'prints', 'mails', 'sees'],
      Object.entries(sheetRights).map(([name, { print, mail, figure }]) => [name, named(print), named(mail), figure ?? '–']),
    ),
    '',
    '## Reports',
    '',
    table(
      ['report', 'opened by'],
      reports.map(({ name, rights: of }) => [name, named(of)]),
    ),
    '',
  ].join('\n')
