import type { Field } from 'payload'

import { documentKinds, kindsReleasing } from '@/src/domain/kinds'

import { count } from './figures'
import type { Label } from './label'
import { onceWritten, readOnlyField } from './readOnlyField'
import { relation } from './relations'
import { shortText } from './texts'

const kindsShown = (what: Parameters<typeof kindsReleasing>[0]): Array<{ slug: string; title: Label }> =>
  kindsReleasing(what).map((slug) => {
    const { zh, en } = documentKinds[slug].title
    return { slug, title: { zh, en } }
  })

/** What every request to let a document pass says of it: which one and in which version, who made it, and whose it is. */
export const releaseHeader = (what: Parameters<typeof kindsReleasing>[0], kindOfDocument: Field): Field[] => [
  {
    name: 'document',
    type: 'relationship',
    relationTo: kindsReleasing(what),
    label: { zh: '单据', en: 'Document' },
    admin: {
      allowCreate: false,
      components: { Field: { path: '/src/admin/fields/opened#DocumentField', clientProps: { kinds: kindsShown(what) } } },
    },
  },
  readOnlyField(kindOfDocument, toldByDocument),
  readOnlyField(count('documentId', { zh: '单据编号', en: 'Document id' }, { index: true, admin: { hidden: true } })),
  readOnlyField(shortText('documentNo', { zh: '单据号', en: 'Document no.' }, { index: true }), toldByDocument),
  onceWritten(count('documentVersion', { zh: '单据版本', en: 'Document version' }, { admin: { position: 'sidebar' } })),
  onceWritten(relation('documentPreparedBy', { zh: '单据制单人', en: 'Document prepared by' }, 'users')),
  onceWritten(relation('customer', { zh: '客户', en: 'Customer' }, 'customers')),
  onceWritten(relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users')),
  onceWritten(relation('department', { zh: '部门', en: 'Department' }, 'departments', { admin: { position: 'sidebar' } })),
]

/** Lists show and filter kind and number; the form has one field for both, which leads to the document. */
const toldByDocument = { condition: () => false }
