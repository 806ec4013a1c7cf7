import { documentKind } from '../kernel/documentKind'
import { priceReaders, releaseAskers } from '../people/crews'
import { salesOwner } from '../people/rows'
import { rejected, released, voided } from '../words/stateWords'
import { type PriceRelease, priceReleaseSteps } from './priceRelease'

/** 低价放行: a document below the minimum asks somebody to let it pass. */
export const priceReleaseKind = documentKind<PriceRelease>()({
  slug: 'price-releases',
  title: { zh: '低价放行', en: 'Price release', many: 'Price releases' },
  purpose: {
    zh: '低价审批：低于最低售价的放行请求，由单据自动产生',
    en: 'Price releases: asked for by documents below the minimum price',
  },
  series: 'PR',
  states: { open: { zh: '待放行', en: 'Open' }, released, rejected, void: voided },
  initial: 'open',
  ended: ['released', 'rejected', 'void'],
  steps: priceReleaseSteps,
  editable: [],
  editors: releaseAskers,
  readers: priceReaders,
  rows: {
    ...salesOwner,
    preparedBy: 'documentPreparedBy',
    whole: {
      who: (person) => Boolean(person.roles?.includes('generalManager')) || person.sellBelowMinimum === true,
      words: 'all for whoever may release',
    },
  },
  shows: ['price'],
  menu: { group: 'today', usedBy: ['sales', 'salesManager', 'finance'] },
  waits: { status: 'open' },
  columns: ['no', 'date', 'documentNo', 'customer', 'status', 'preparedBy', 'approvedBy'],
  decides: 'document',
})
