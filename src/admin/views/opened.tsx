'use client'

import dynamic from 'next/dynamic'

/**
 * Screens that are loaded when they are opened: whatever the pages name is in the first load of every page, and this is all they name. They
 * come complete with the page all the same; only their scripts wait.
 */
export const CreditTab = dynamic(async () => (await import('./credit/CreditTab')).CreditTab)
export const CustomerPageTab = dynamic(async () => (await import('./customer-page/CustomerPageTab')).CustomerPageTab)
export const CustomerCard = dynamic(async () => (await import('./customer-card/CustomerCard')).CustomerCard)
export const FilesTab = dynamic(async () => (await import('./files/FilesTab')).FilesTab)
export const FlowTab = dynamic(async () => (await import('./flow/FlowTab')).FlowTab)
export const GalleryTab = dynamic(async () => (await import('./samples/GalleryTab')).GalleryTab)
export const HistoryTab = dynamic(async () => (await import('./history/HistoryTab')).HistoryTab)
export const ImportDesk = dynamic(async () => (await import('./import/ImportDesk')).ImportDesk)
export const MailsTab = dynamic(async () => (await import('./mails/MailsTab')).MailsTab)
export const NotesTab = dynamic(async () => (await import('./notes/NotesTab')).NotesTab)
export const PriceDesk = dynamic(async () => (await import('./price-query/PriceDesk')).PriceDesk)
export const QuoteRevisionsTab = dynamic(async () => (await import('./revisions/QuoteRevisionsTab')).QuoteRevisionsTab)
export const ReleaseDesk = dynamic(async () => (await import('./releases/ReleaseDesk')).ReleaseDesk)
export const ReportScreen = dynamic(async () => (await import('./reports/ReportScreen')).ReportScreen)
export const ReviewDesk = dynamic(async () => (await import('./reviews/ReviewDesk')).ReviewDesk)
export const ReviewOfOrder = dynamic(async () => (await import('./reviews/ReviewOfOrder')).ReviewOfOrder)
export const RevisionsTab = dynamic(async () => (await import('./revisions/RevisionsTab')).RevisionsTab)
export const SampleColumns = dynamic(async () => (await import('./samples/SampleColumns')).SampleColumns)
export const SetupPath = dynamic(async () => (await import('./dashboard/SetupPath')).SetupPath)
export const SheetPreview = dynamic(async () => (await import('./texts/SheetPreview')).SheetPreview)
export const StockDesk = dynamic(async () => (await import('./stock/StockDesk')).StockDesk)
export const TakeOut = dynamic(async () => (await import('./import/TakeOut')).TakeOut)
export const StyleBoard = dynamic(async () => (await import('./styles/StyleBoard')).StyleBoard)
export const UnshippedDesk = dynamic(async () => (await import('./unshipped/UnshippedDesk')).UnshippedDesk)
