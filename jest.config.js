/** What breaks on purpose has a suite of its own: npm run test:faults. */
const faults = process.env.FAULTS !== undefined

const ignored = faults ? ['/node_modules/'] : ['/node_modules/', '<rootDir>/tests/faults/']

const shared = {
  modulePathIgnorePatterns: ['<rootDir>/.next', '<rootDir>/.data', '<rootDir>/media'],
  setupFiles: ['<rootDir>/tests/support/runner/worker.mjs'],
  globalSetup: '<rootDir>/tests/support/globalSetup.js',
  globalTeardown: '<rootDir>/tests/support/globalTeardown.js',
}

/** Specs that need a process or an application as it comes: they end it, or put themselves between it and its packages. */
const alone = ['/tests/(ground|faults)/.+\\.spec\\.ts$', '/src/env/env\\.spec\\.ts$']

/** @type {import('jest').Config} */
export default {
  maxWorkers: 2,
  testSequencer: '<rootDir>/tests/support/runner/sequencer.mjs',
  testTimeout: 600_000,
  projects: [
    {
      ...shared,
      displayName: 'together',
      setupFiles: [...shared.setupFiles, '<rootDir>/tests/support/runner/cheapPasswords.mjs'],
      // in plain Node, one worker for many files: what they load they load once (docs/adr/0062)
      runner: 'jest-light-runner/child-process',
      testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
      testPathIgnorePatterns: [...ignored, ...alone],
    },
    {
      ...shared,
      displayName: 'alone',
      testRegex: alone,
      testPathIgnorePatterns: ignored,
      testEnvironment: 'node',
      testEnvironmentOptions: { customExportConditions: ['production', 'node', 'node-addons'] }, // as all our processes (docs/lessons.md)
      extensionsToTreatAsEsm: ['.ts', '.tsx'],
      transform: {
        '^.+\\.tsx?$': [
          '@swc/jest',
          {
            jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
            module: { type: 'es6' },
          },
        ],
      },
      transformIgnorePatterns: ['/node_modules/', '\\.cjs$'],
      moduleNameMapper: {
        '\\.(css|scss|svg)$': '<rootDir>/tests/support/emptyModule.ts',
        '^@payload-config$': '<rootDir>/payload.config.ts',
        '^@/(.*)$': '<rootDir>/$1',
      },
    },
  ],
}
