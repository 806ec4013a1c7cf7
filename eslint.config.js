import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import gendan from './eslint.config.rules.js'

const generated = ['src/payload-types.ts', 'src/app/(payload)/admin/importMap.js', 'src/db/migrations/**']
const translations = ['src/admin/i18n/**', '**/messages.ts', '**/messages/**']
const specs = ['**/*.spec.ts', '**/*.spec.tsx', 'tests/**']

export default tseslint.config(
  { ignores: ['node_modules/**', '.next/**', '.data/**', 'media/**', 'coverage/**', 'next-env.d.ts', ...generated] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    plugins: { gendan },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: ['error', 'smart'],
      'no-console': 'error',
      'max-lines': ['error', { max: 400 }],
      'gendan/sql-home': 'error',
      'gendan/one-engine': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'gendan/no-excuse-for-any': 'error',
    },
  },
  {
    name: 'long files ask for a reason',
    files: ['**/*.{ts,tsx}'],
    ignores: [...specs, ...translations],
    rules: { 'gendan/reason-for-length': 'error' },
  },
  { files: translations, rules: { 'max-lines': 'off' } },
  {
    name: 'one req, one transaction, nothing swallowed',
    files: ['hooks/**/*.ts', 'collections/**/*.ts', 'src/{engine,usecases,ledger,questions,access,api}/**/*.ts'],
    ignores: specs,
    rules: { 'gendan/local-api-arguments': 'error', 'gendan/no-caught-local-api': 'error' },
  },
  {
    name: 'one clock',
    files: ['src/{engine,usecases,ledger,questions,access}/**/*.ts'],
    ignores: [...specs, 'src/engine/clock.ts'],
    rules: { 'gendan/one-clock': 'error' },
  },
  {
    name: 'one moment',
    files: ['hooks/**/*.ts', 'src/{api,imports,pdf,accounts}/**/*.ts'],
    ignores: specs,
    rules: { 'gendan/one-moment': 'error' },
  },
  {
    name: 'one client',
    files: ['src/admin/**/*.{ts,tsx}'],
    ignores: [...specs, 'src/admin/request/ask.ts'],
    rules: { 'gendan/one-client': 'error' },
  },
  {
    name: 'rules are pure',
    files: ['src/domain/**/*.ts'],
    ignores: specs,
    rules: { 'gendan/pure-domain': 'error' },
  },
  {
    name: 'the homes of SQL and of transactions',
    // benches measure against SQL written by hand
    files: [
      'src/{ledger,db}/**/*.ts',
      'src/imports/{staging,adventureworks}/**/*.ts',
      'reports/*/query.ts',
      'src/server/commands/bench/**/*.ts',
      ...specs,
    ],
    rules: { 'gendan/sql-home': 'off' },
  },
  {
    name: 'the engine',
    files: ['src/engine/**/*.ts', 'src/db/**/*.ts', ...specs],
    rules: { 'gendan/one-engine': 'off' },
  },
  {
    name: 'commands speak to a terminal',
    files: ['src/server/commands/**/*.ts', 'src/{db,demo}/**/*.ts', 'src/imports/{staging,adventureworks}/**/*.ts', ...specs],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'screens',
    files: ['src/admin/**/*.{ts,tsx}', 'src/app/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
)
