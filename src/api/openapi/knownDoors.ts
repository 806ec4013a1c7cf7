import type { Schema } from './schemaOfField'

type Known = { summary: string; query?: Readonly<Record<string, 'integer' | 'string' | 'boolean'>> }

/** What the house's own endpoints are for, and what they are asked with. The others are told by their method and path. */
const doors: Readonly<Record<string, Known>> = {
  'post /pricing/resolve': { summary: 'Prices of items for a customer on a day, and how each came about' },
  'get /price-history': { summary: 'What an item was sold for', query: { item: 'integer', customer: 'integer', limit: 'integer' } },
  'get /price-book': {
    summary: 'What a customer pays for everything, as Excel',
    query: { customer: 'integer', date: 'string', currency: 'string', language: 'string' },
  },
  'get /availability': {
    summary: 'On hand, frozen, reserved, expected and available',
    query: { item: 'integer', warehouse: 'integer', batchNo: 'string', date: 'string' },
  },
  'get /credit/:kind/:id': { summary: 'Limit, buckets, exposure and what is free, as a check would see it now' },
  'get /trace/:slug/:id': { summary: 'The document flow: everything before and after a document, by line' },
  'get /follow-up': { summary: 'The groups of the monitor' },
  'get /reports': { summary: 'The reports there are, with their parameters' },
  'get /reports/:name': {
    summary: 'A report, as JSON, Excel or CSV',
    query: { format: 'string', limit: 'integer', sort: 'string', hide: 'string', proof: 'string', only: 'string' },
  },
  'post /reports/:name/prepare': { summary: 'A report as Excel, written in the background: a prepared file' },
  'post /lists/:slug/prepare': { summary: 'A list as CSV, however long, written in the background: a prepared file' },
  'post /export': { summary: 'Every table and file of the company in one archive, written in the background: a prepared file' },
  'get /lookup': { summary: 'Anything by its number, code or name', query: { q: 'string' } },
  'get /lookup/:kind': {
    summary: 'What was typed: the records it may mean',
    query: { q: 'string', limit: 'integer', customer: 'integer' },
  },
  'post /lookup/:kind': { summary: 'Ids: their names. Texts: the one record each means' },
  'post /import/:kind': { summary: 'Upload of a CSV or Excel file (multipart, `file`)', query: { dryRun: 'boolean' } },
  'get /settings-in-force': {
    summary: 'Settings as they stood at a moment, and what changed since',
    query: { area: 'string', at: 'string' },
  },
  'post /texts-preview': { summary: 'A real document with texts of the company as they are being written: PDF, or its mail' },
  'get /public/quotes/:token': {
    summary: 'The customer’s page of a quote, as HTML, for whoever holds its link',
    query: { language: 'string' },
  },
  'post /public/quotes/:token/confirm': {
    summary: 'Orders what is chosen: {lines: [{quoteLine, qty, date?}], name, email, remark?, dryRun?} → {order: {no}}; again → the same',
  },
  'get /public/quotes/:token/pdf': { summary: 'The customer’s copy of what was ordered through the link', query: { language: 'string' } },
  'get /public/quotes/:token/pictures/:line': { summary: 'The picture of a line of the quote' },
  'get /customer-page/quotes/:id(\\d+)': { summary: 'The link of a quote, who opened it, and what was ordered through it' },
  'get /customer-page/orders/:id(\\d+)': {
    summary: 'The customer’s order list an order came from, and what it says otherwise than the quote',
  },
  'get /revisions/quotes/:id(\\d+)': {
    summary: 'The revisions of a quote, and two of them line by line',
    query: { from: 'integer', to: 'integer' },
  },
  'get /openapi.json': { summary: 'This document' },
  'get /docs': { summary: 'This document as a page' },
}

const verbs: Readonly<Record<string, string>> = { get: 'Read', post: 'Write', patch: 'Change', delete: 'Delete', put: 'Write' }

export const summaryOf = (door: string): string => {
  const [method = '', path = ''] = door.split(' ')
  return doors[door]?.summary ?? `${verbs[method] ?? method} ${path}`
}

export const parametersOf = (door: string): Schema[] =>
  Object.entries(doors[door]?.query ?? {}).map(([name, type]) => ({ name, in: 'query', schema: { type } }))
