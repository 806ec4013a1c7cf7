import type { ImportDefinition, Taking } from '../engine/definition'
import { fieldColumns } from './fieldColumns'
import type { MasterKind } from './master'
import { takeMasters } from './takeMasters'

/** Systems that know no codes write none: records are then known by their names. */
function ofThisFile(taking: Taking, master: MasterKind): Taking & { master: MasterKind } {
  if (!master.namedWhereUncoded || taking.table.columns.includes('code')) return { ...taking, master }
  const columns = taking.columns.map((column) => (column.name === 'code' ? { ...column, required: false } : column))
  return { ...taking, columns, master: { ...master, namedByName: true } }
}

/** A kind of master record as an import: its columns, its rights, and what becomes of its rows. */
export const masterKind = (master: MasterKind): ImportDefinition => ({
  kind: master.kind,
  title: master.title,
  note: master.note ?? {
    zh: '空格表示“不说”：新记录取默认值，已有记录保持不变。编码相同的记录会被更新。',
    en: 'An empty cell says nothing: new records take the default, known ones stay as they are. A row with a known code changes that record.',
  },
  roles: master.roles,
  records: { slug: master.slug },
  allows: ['firstRow'],
  columns: (req) => [...fieldColumns(req, master.slug, master.fields), ...(master.more ?? [])],
  take: (taking) => takeMasters(ofThisFile(taking, master)),
})
