/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['production', 'node', 'node-addons'] }, // as all our processes (docs/lessons.md)
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  // what breaks on purpose has a suite of its own: npm run test:faults
  testPathIgnorePatterns: process.env.FAULTS ? ['/node_modules/'] : ['/node_modules/', '<rootDir>/tests/faults/'],
  modulePathIgnorePatterns: ['<rootDir>/.next', '<rootDir>/.data', '<rootDir>/media'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '/node_modules/.+\\.js$': '<rootDir>/tests/support/ownGlobals.js',
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
        module: { type: 'es6' },
      },
    ],
  },
  // the language's own objects are slow to reach from the sandbox of a test: packages that ask for them all the time name them once
  transformIgnorePatterns: ['/node_modules/(?!(drizzle-orm|payload|@payloadcms/drizzle)/)', '\\.cjs$'],
  sandboxInjectedGlobals: ['Object'],
  moduleNameMapper: {
    '\\.(css|scss|svg)$': '<rootDir>/tests/support/emptyModule.ts',
    '^@payload-config$': '<rootDir>/payload.config.ts',
    '^@/(.*)$': '<rootDir>/$1',
  },
  globalSetup: '<rootDir>/tests/support/globalSetup.js',
  globalTeardown: '<rootDir>/tests/support/globalTeardown.js',
  maxWorkers: 2,
  // modules of a file stay in memory after it: a worker that has kept too many is replaced by a fresh one
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 60_000,
}
