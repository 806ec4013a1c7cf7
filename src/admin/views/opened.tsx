'use client'

import dynamic from 'next/dynamic'

import { fromForms } from '../fields/fromForms'

/**
 * Screens that are loaded when they are opened: whatever the pages name is in the first load of every page, and this is all they name. They
 * come complete with the page all the same; only their scripts wait.
 */
export const AccountPanel = fromForms('account', async ({ account }) => (await account()).AccountPanel)
export const CallLog = dynamic(async () => (await import('../components/outside/CallLog')).CallLog)
export const ChangePayer = fromForms('customers', async ({ customers }) => (await customers()).ChangePayer)
export const CreditTab = dynamic(async () => (await import('./credit/CreditTab')).CreditTab)
export const CustomerCard = dynamic(async () => (await import('./customer-card/CustomerCard')).CustomerCard)
export const CustomerPageTab = dynamic(async () => (await import('./customer-page/CustomerPageTab')).CustomerPageTab)
export const CustomerPriceBook = fromForms('prices', async ({ prices }) => (await prices()).CustomerPriceBook)
export const EventsField = dynamic(async () => (await import('../components/outside/EventsField')).EventsField)
export const FilesTab = dynamic(async () => (await import('./files/FilesTab')).FilesTab)
export const FlowTab = dynamic(async () => (await import('./flow/FlowTab')).FlowTab)
export const FollowsCategory = fromForms('customers', async ({ customers }) => (await customers()).FollowsCategory)
export const FollowUpBoard = dynamic(async () => (await import('./follow-up/FollowUpBoard')).FollowUpBoard)
export const ForgotForm = dynamic(async () => (await import('./accounts/ForgotForm')).ForgotForm)
export const GalleryTab = dynamic(async () => (await import('./samples/GalleryTab')).GalleryTab)
export const HistoryTab = dynamic(async () => (await import('./history/HistoryTab')).HistoryTab)
export const ImportDesk = dynamic(async () => (await import('./import/ImportDesk')).ImportDesk)
export const ListDesk = dynamic(async () => (await import('../lists/ListDesk')).ListDesk)
export const MailRetry = dynamic(async () => (await import('./system/MailRetry')).MailRetry)
export const MailsTab = dynamic(async () => (await import('./mails/MailsTab')).MailsTab)
export const MakeFromTemplate = fromForms('templates', async ({ templates }) => (await templates()).MakeFromTemplate)
export const MergeCustomer = fromForms('customers', async ({ customers }) => (await customers()).MergeCustomer)
export const NotesTab = dynamic(async () => (await import('./notes/NotesTab')).NotesTab)
export const NoticesField = fromForms('account', async ({ account }) => (await account()).NoticesField)
export const PolicyFileTools = dynamic(async () => (await import('../components/prices/PriceFiles')).PolicyFileTools)
export const PreparedFile = dynamic(async () => (await import('../components/PreparedFile')).PreparedFile)
export const PriceBookTools = dynamic(async () => (await import('../components/prices/PriceFiles')).PriceBookTools)
export const PriceDesk = dynamic(async () => (await import('./price-query/PriceDesk')).PriceDesk)
export const QuoteRevisionsTab = dynamic(async () => (await import('./revisions/QuoteRevisionsTab')).QuoteRevisionsTab)
export const RelatedRecord = dynamic(async () => (await import('../components/RelatedRecord')).RelatedRecord)
export const ReleaseDesk = dynamic(async () => (await import('./releases/ReleaseDesk')).ReleaseDesk)
export const ReportScreen = dynamic(async () => (await import('./reports/ReportScreen')).ReportScreen)
export const ReviewDesk = dynamic(async () => (await import('./reviews/ReviewDesk')).ReviewDesk)
export const ReviewOfOrder = dynamic(async () => (await import('./reviews/ReviewOfOrder')).ReviewOfOrder)
export const RevisionsTab = dynamic(async () => (await import('./revisions/RevisionsTab')).RevisionsTab)
export const SampleColumns = dynamic(async () => (await import('./samples/SampleColumns')).SampleColumns)
export const SetPasswordForm = dynamic(async () => (await import('./accounts/SetPasswordForm')).SetPasswordForm)
export const SetupPath = dynamic(async () => (await import('./dashboard/SetupPath')).SetupPath)
export const SheetPreview = fromForms('preview', async ({ preview }) => (await preview()).SheetPreview)
export const StockDesk = dynamic(async () => (await import('./stock/StockDesk')).StockDesk)
export const StyleBoard = dynamic(async () => (await import('./styles/StyleBoard')).StyleBoard)
export const TakeOut = dynamic(async () => (await import('./import/TakeOut')).TakeOut)
export const Tiles = dynamic(async () => (await import('./dashboard/Tiles')).Tiles)
export const UnshippedDesk = dynamic(async () => (await import('./unshipped/UnshippedDesk')).UnshippedDesk)
