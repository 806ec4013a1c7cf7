/** Small files planted in a copy of the tree. `rule` names what must catch the file; a file without `rule` must pass. */
export type Sample = { path: string; code: string; rule?: string }

const exported = 'export const it = 1\n'

/** Targets of the imports below, so that they resolve; each imports the kernel, so that none is an orphan. */
const targets = [
  'src/db/transaction.ts',
  'src/db/readOnly.ts',
  'src/ledger/stock.ts',
  'src/ledger/facts/creditFacts.ts',
  'src/access/roles.ts',
  'src/server/start.ts',
  'src/api/verb.ts',
  'src/engine/operation.ts',
  'src/usecases/orders/approveOrder.ts',
  'src/usecases/stock/postReceipt.ts',
  'src/admin/views/Reviews.tsx',
  'hooks/enforceCreditLimit.ts',
  'collections/orders/Orders.ts',
  'reports/kit/columns.ts',
  'reports/ageing/query.ts',
  'reports/ageing/definition.ts',
]

const imports = (target: string) => `import { it } from '@/${target.replace(/\.tsx?$/, '')}'\nexport const one = it\n`

const crossing = (rule: string, path: string, target: string): Sample => ({ rule, path, code: imports(target) })
const legal = (path: string, target: string): Sample => ({ path, code: imports(target) })
const package_ = (rule: string, path: string, name: string): Sample => ({
  rule,
  path,
  code: `import it from '${name}'\nexport const one = it\n`,
})

export const importTargets: Sample[] = [
  { path: 'src/domain/kernel/money.ts', code: exported },
  ...targets.map((path) => ({ path, code: exported })),
]

export const boundaryViolations: Sample[] = [
  crossing('domain-imports', 'src/domain/orders/crossingLedger.ts', 'src/ledger/stock.ts'),
  crossing('domain-imports', 'src/domain/orders/crossingDb.ts', 'src/db/transaction.ts'),
  package_('domain-packages', 'src/domain/orders/crossingPayload.ts', 'payload'),
  package_('domain-packages', 'src/domain/orders/crossingNode.ts', 'node:fs'),
  crossing('db-imports', 'src/db/crossingDomain.ts', 'src/domain/kernel/money.ts'),
  crossing('migrations-stand-alone', 'src/db/migrations/20270101_000000_crossing.ts', 'src/db/transaction.ts'),
  crossing('ledger-imports', 'src/ledger/crossingUsecase.ts', 'src/usecases/orders/approveOrder.ts'),
  crossing('ledger-imports', 'src/ledger/crossingServer.ts', 'src/access/roles.ts'),
  crossing('usecases-imports', 'src/usecases/orders/crossingArea.ts', 'src/usecases/stock/postReceipt.ts'),
  crossing('usecases-imports', 'src/usecases/orders/crossingTransaction.ts', 'src/db/transaction.ts'),
  crossing('usecases-imports', 'src/usecases/orders/crossingHook.ts', 'hooks/enforceCreditLimit.ts'),
  crossing('engine-imports', 'src/engine/crossingServer.ts', 'src/access/roles.ts'),
  crossing('engine-imports', 'src/engine/crossingArea.ts', 'src/usecases/orders/approveOrder.ts'),
  crossing('env-imports', 'src/env/crossingDb.ts', 'src/db/transaction.ts'),
  crossing('access-imports', 'src/access/crossingUsecase.ts', 'src/usecases/orders/approveOrder.ts'),
  crossing('doors-imports', 'src/usecases/control/notify.ts', 'src/access/roles.ts'),
  crossing('questions-imports', 'src/questions/orders/crossingApi.ts', 'src/api/verb.ts'),
  crossing('imports-imports', 'src/imports/crossingApi.ts', 'src/api/verb.ts'),
  crossing('files-imports', 'src/files/crossingUsecase.ts', 'src/usecases/orders/approveOrder.ts'),
  crossing('pdf-imports', 'src/pdf/crossingApi.ts', 'src/api/verb.ts'),
  crossing('accounts-imports', 'src/accounts/crossingUsecase.ts', 'src/usecases/orders/approveOrder.ts'),
  crossing('outside-imports', 'src/outside/crossingUsecase.ts', 'src/usecases/orders/approveOrder.ts'),
  package_('no-dev-packages-at-run-time', 'src/questions/orders/devPackage.ts', 'fast-check'),
  crossing('mail-imports', 'src/mail/crossingUsecase.ts', 'src/usecases/orders/approveOrder.ts'),
  crossing('demo-imports', 'src/demo/crossingServer.ts', 'src/server/start.ts'),
  crossing('api-imports', 'src/api/crossingServer.ts', 'src/server/start.ts'),
  crossing('config-imports', 'payload.config.ts', 'src/server/start.ts'),
  crossing('hooks-imports', 'hooks/crossingLedger.ts', 'src/ledger/stock.ts'),
  crossing('hooks-imports', 'hooks/crossingFacts.ts', 'src/ledger/facts/creditFacts.ts'),
  crossing('hooks-imports', 'hooks/crossingServer.ts', 'src/server/start.ts'),
  crossing('collections-imports', 'collections/orders/CrossingUsecase.ts', 'src/usecases/orders/approveOrder.ts'),
  crossing('collections-imports', 'collections/orders/CrossingServer.ts', 'src/server/start.ts'),
  crossing('reports-imports', 'reports/sales/crossingLedger.ts', 'src/ledger/stock.ts'),
  crossing('reports-imports', 'reports/sales/crossingTransaction.ts', 'src/db/transaction.ts'),
  crossing('reports-imports', 'reports/sales/crossingReport.ts', 'reports/ageing/query.ts'),
  crossing('server-imports', 'src/server/crossingAdmin.ts', 'src/admin/views/Reviews.tsx'),
  crossing('admin-imports', 'src/admin/crossingLedger.tsx', 'src/ledger/stock.ts'),
  crossing('admin-imports', 'src/admin/crossingQuery.tsx', 'reports/ageing/query.ts'),
  crossing('no-react-below-the-screens', 'collections/orders/CrossingScreen.ts', 'src/admin/views/Reviews.tsx'),
  package_('no-react-below-the-screens', 'hooks/crossingReact.ts', 'react'),
  package_('database-driver-at-home', 'hooks/crossingDriver.ts', 'pg'),
  {
    rule: 'tests-are-not-imported',
    path: 'src/server/crossingTest.ts',
    code: "import { it } from '../../tests/support/given'\nexport const one = it\n",
  },
  { rule: 'no-cycles', path: 'src/domain/orders/cycleA.ts', code: "import { b } from './cycleB'\nexport const a = (): number => b()\n" },
  { rule: 'no-cycles', path: 'src/domain/orders/circleA.ts', code: "import type { B } from './circleB'\nexport type A = { b: B }\n" },
  { rule: 'no-orphans', path: 'src/domain/orders/orphan.ts', code: exported },
  { rule: 'resolvable', path: 'src/domain/orders/unresolved.ts', code: "import { it } from './nowhere'\nexport const one = it\n" },
]

/** Partners that make a violation above what it is. */
export const boundaryPartners: Sample[] = [
  { path: 'src/domain/orders/circleB.ts', code: "import type { A } from './circleA'\nexport type B = { a: A }\n" },
  { path: 'tests/support/given.ts', code: exported },
  { path: 'src/domain/orders/cycleB.ts', code: "import { a } from './cycleA'\nexport const b = (): number => a()\n" },
]

export const boundaryLegal: Sample[] = [
  legal('src/domain/orders/decide.ts', 'src/domain/kernel/money.ts'),
  { path: 'src/domain/orders/exact.ts', code: "import { Decimal } from 'decimal.js'\nexport const one = new Decimal(1)\n" },
  legal('src/ledger/legalDomain.ts', 'src/domain/kernel/money.ts'),
  legal('src/ledger/legalDb.ts', 'src/db/transaction.ts'),
  legal('src/usecases/orders/legalEngine.ts', 'src/engine/operation.ts'),
  legal('src/usecases/orders/legalLedger.ts', 'src/ledger/stock.ts'),
  legal('src/engine/legalTransaction.ts', 'src/db/transaction.ts'),
  legal('hooks/legalUsecase.ts', 'src/usecases/orders/approveOrder.ts'),
  legal('collections/orders/LegalHook.ts', 'hooks/enforceCreditLimit.ts'),
  legal('collections/orders/LegalAccess.ts', 'src/access/roles.ts'),
  legal('reports/sales/legalReadOnly.ts', 'src/db/readOnly.ts'),
  legal('reports/sales/legalKit.ts', 'reports/kit/columns.ts'),
  legal('src/api/legalVerb.ts', 'src/usecases/orders/approveOrder.ts'),
  legal('src/server/legalApi.ts', 'src/api/verb.ts'),
  legal('src/admin/legalDefinition.tsx', 'reports/ageing/definition.ts'),
]

const call = (body: string) => `
import type { PayloadRequest } from 'payload'
export const load = async ({ req }: { req: PayloadRequest }) => {
${body}
}
`

const COMPLETE = "await req.payload.findByID({ collection: 'orders' as never, id: 1, depth: 0, overrideAccess: true, req })"

export const lintViolations: Sample[] = [
  {
    rule: 'gendan/local-api-arguments',
    path: 'hooks/withoutReq.ts',
    code: call("  return await req.payload.findByID({ collection: 'orders' as never, id: 1, depth: 0, overrideAccess: true })"),
  },
  {
    rule: 'gendan/local-api-arguments',
    path: 'src/usecases/orders/withoutDepth.ts',
    code: call("  return await req.payload.find({ collection: 'orders' as never, overrideAccess: true, req })"),
  },
  {
    rule: 'gendan/local-api-arguments',
    path: 'src/api/withoutAccess.ts',
    code: call("  const { payload } = req\n  return await payload.count({ collection: 'orders' as never, req })"),
  },
  {
    rule: 'gendan/local-api-arguments',
    path: 'collections/orders/NoLiteral.ts',
    code: call(
      "  const args = { slug: 'company' as never, depth: 0, overrideAccess: true, req }\n  return await req.payload.findGlobal(args)",
    ),
  },
  {
    rule: 'gendan/no-caught-local-api',
    path: 'hooks/caughtByMethod.ts',
    code: call(`  return ${COMPLETE.replace('await ', '')}.catch(() => null)`),
  },
  {
    rule: 'gendan/no-caught-local-api',
    path: 'src/usecases/orders/caughtByBlock.ts',
    code: call(`  try {\n    return ${COMPLETE}\n  } catch {\n    return null\n  }`),
  },
  {
    rule: 'gendan/no-caught-local-api',
    path: 'src/usecases/orders/caughtByThen.ts',
    code: call(`  return await ${COMPLETE.replace('await ', '')}.then((found) => found, () => null)`),
  },
  {
    rule: 'gendan/no-caught-local-api',
    path: 'src/usecases/orders/caughtDocument.ts',
    code: "declare const findDocument: (slug: string) => Promise<number>\nexport const one = () => findDocument('orders').catch(() => null)\n",
  },
  {
    rule: '@typescript-eslint/no-explicit-any',
    path: 'src/questions/orders/anything.spec.ts',
    code: 'export const told = (answer: any) => answer\n',
  },
  {
    rule: 'gendan/no-excuse-for-any',
    path: 'src/questions/orders/anythingBut.ts',
    // nobody lets himself off
    code: '// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport const told = (answer: any) => answer\n',
  },
  { rule: 'gendan/one-clock', path: 'src/engine/ownClock.ts', code: 'export const at = () => new Date().toISOString()\n' },
  { rule: 'gendan/one-clock', path: 'src/usecases/orders/ownClock.ts', code: 'export const at = () => Date.now()\n' },
  { rule: 'gendan/one-clock', path: 'src/ledger/ownClock.ts', code: 'export const at = (day: string) => new Date(day)\n' },
  { rule: 'gendan/one-moment', path: 'src/api/ownMoment.ts', code: 'export const at = () => new Date().toISOString()\n' },
  { rule: 'gendan/one-moment', path: 'src/imports/ownMoment.ts', code: 'export const at = () => Date.now()\n' },
  { rule: 'gendan/one-client', path: 'src/admin/views/ownClient.ts', code: "export const load = () => fetch('/api/orders')\n" },
  { rule: 'gendan/one-client', path: 'src/admin/ownClient.tsx', code: "export const load = () => window.fetch('/api/orders')\n" },
  { rule: 'gendan/pure-domain', path: 'src/domain/orders/clock.ts', code: 'export const now = () => new Date()\n' },
  { rule: 'gendan/pure-domain', path: 'src/domain/orders/clockStatic.ts', code: 'export const now = () => Date.now()\n' },
  {
    rule: 'gendan/pure-domain',
    path: 'src/domain/orders/rounding.ts',
    code: 'export const tax = (x: number) => Math.round(x * 13) / 100\n',
  },
  { rule: 'gendan/pure-domain', path: 'src/domain/orders/fixed.ts', code: 'export const text = (x: number) => x.toFixed(2)\n' },
  { rule: 'gendan/pure-domain', path: 'src/domain/orders/float.ts', code: 'export const read = (x: string) => parseFloat(x)\n' },
  {
    rule: 'gendan/pure-domain',
    path: 'src/domain/orders/numberFloat.ts',
    code: 'export const read = (x: string) => Number.parseFloat(x)\n',
  },
  { rule: 'gendan/pure-domain', path: 'src/domain/orders/waiting.ts', code: 'export const wait = async () => 1\n' },
  { rule: 'gendan/pure-domain', path: 'src/domain/orders/awaiting.ts', code: 'export const one = await Promise.resolve(1)\n' },
  {
    rule: 'gendan/sql-home',
    path: 'src/usecases/orders/tagged.ts',
    code: 'declare const sql: (text: TemplateStringsArray) => string\nexport const text = sql`select 1`\n',
  },
  {
    rule: 'gendan/sql-home',
    path: 'src/api/queried.ts',
    code: 'export const one = (pool: { query: (text: string) => string }) => pool.query("select 1")\n',
  },
  {
    rule: 'gendan/sql-home',
    path: 'reports/ageing/shape.ts',
    code: 'export const one = (tx: { execute: (text: string) => string }) => tx.execute("select 1")\n',
  },
  {
    rule: 'gendan/one-engine',
    path: 'src/usecases/orders/ownTransaction.ts',
    code: "import { initTransaction } from 'payload'\nexport const open = initTransaction\n",
  },
  { rule: 'max-lines', path: 'src/usecases/orders/tooLong.ts', code: `${'export {}\n'.repeat(401)}` },
  { rule: 'gendan/reason-for-length', path: 'src/usecases/orders/long.ts', code: `${'export {}\n'.repeat(201)}` },
  {
    rule: 'typescript(no-floating-promises)',
    path: 'src/usecases/orders/floating.ts',
    code: 'const save = async () => 1\nexport const go = () => {\n  save()\n}\n',
  },
  {
    rule: 'typescript(no-misused-promises)',
    path: 'src/usecases/orders/misused.ts',
    code: 'const saved = async () => true\nexport const go = () => (saved() ? 1 : 2)\n',
  },
  {
    rule: 'typescript(await-thenable)',
    path: 'src/usecases/orders/awaited.ts',
    code: 'export const go = async () => {\n  await 3\n}\n',
  },
  {
    rule: 'react-hooks/rules-of-hooks',
    path: 'src/admin/ConditionalHook.tsx',
    code: "import { useState } from 'react'\nexport const Flag = ({ on }: { on: boolean }) => {\n  if (on) useState(1)\n  return null\n}\n",
  },
]

export const lintLegal: Sample[] = [
  { path: 'hooks/complete.ts', code: call(`  return ${COMPLETE}`) },
  {
    path: 'src/usecases/orders/counted.ts',
    code: call("  return await req.payload.count({ collection: 'orders' as never, overrideAccess: true, req })"),
  },
  { path: 'src/domain/orders/dateAsKey.ts', code: 'export const facts = { Date: 1 }\nexport const day = facts.Date\n' },
  {
    path: 'src/ledger/appendStock.ts',
    code: 'declare const sql: (text: TemplateStringsArray) => string\nexport const text = sql`select 1`\n',
  },
  {
    path: 'reports/sales/query.ts',
    code: 'declare const sql: (text: TemplateStringsArray) => string\nexport const text = sql`select 1`\n',
  },
  { path: 'src/engine/clock.ts', code: 'export const at = () => new Date().toISOString()\n' },
  { path: 'src/api/readsInstant.ts', code: 'export const at = (text: string) => new Date(text).toISOString()\n' },
  { path: 'src/admin/request/ask.ts', code: "export const load = () => fetch('/api/orders')\n" },
  { path: 'src/engine/open.ts', code: "import { initTransaction } from 'payload'\nexport const open = initTransaction\n" },
]

/** A rule that a command reaches, one that only its spec knows, and a second one beside the first. */
export const wiredAndUnwired: Sample[] = [
  { path: 'src/server/commands/go.ts', code: "import { wired } from '@/src/domain/orders/wired'\nconsole.log(wired)\n" },
  { path: 'src/domain/orders/wired.ts', code: 'export const wired = 1\nexport const besideIt = 2\n' },
  { path: 'src/domain/orders/wired.spec.ts', code: "import { besideIt } from './wired'\nconsole.log(besideIt)\n" },
  { path: 'src/domain/orders/unwired.ts', code: 'export const unwired = 1\n' },
  { path: 'src/domain/orders/unwired.spec.ts', code: "import { unwired } from './unwired'\nconsole.log(unwired)\n" },
]
