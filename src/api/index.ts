import type { Endpoint } from 'payload'

import { companyLogo } from './companyLogo'
import { customerPage } from './customerPage'
import { followUp } from './followUp'
import { history } from './history'
import { imports } from './imports'
import { lists } from './lists'
import { lookups } from './lookup'
import { openApi } from './openapi'
import { notes } from './notes'
import { orderRevisions } from './orderRevisions'
import { reviewDepartments } from './reviewDepartments'
import { priceBook } from './priceBook'
import { priceHistory } from './priceHistory'
import { figures } from './figures'
import { companyExport, reportPreparing } from './preparedFiles'
import { quoteRevisions } from './quoteRevisions'
import { quotePage } from './quotePage'
import { receivables } from './receivables'
import { reportEndpoints } from './reports'
import { textsPreview } from './prints'
import { samplesBoard } from './samplesBoard'
import { settingsInForce } from './settingsInForce'
import { system } from './system'
import { demonstration } from './demonstration'
import { documentFlowEndpoint } from './documentFlow'
import { waiting } from './waiting'

/** Business endpoints beside Payload's own REST. Each checks `req.user` itself: Payload does not. */
export const endpoints: Endpoint[] = [
  ...figures,
  ...receivables,
  documentFlowEndpoint,
  history,
  ...notes,
  followUp,
  waiting,
  samplesBoard,
  textsPreview,
  orderRevisions,
  reviewDepartments,
  ...imports,
  ...lookups,
  ...lists,
  priceBook,
  priceHistory,
  reportPreparing,
  companyExport,
  ...reportEndpoints,
  settingsInForce,
  ...customerPage,
  ...quotePage,
  quoteRevisions,
  companyLogo,
  ...system,
  demonstration,
  ...openApi,
]
