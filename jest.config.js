// As in the container: graphql-js looks for a second copy of itself at every value otherwise.
process.env.NODE_ENV = 'production'

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/global-setup.ts',
  globalTeardown: '<rootDir>/tests/global-teardown.ts',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  // Each worker has a database of its own, which its test files empty in turn; a given database is but one.
  maxWorkers: process.env.NEO4J_URI ? 1 : 2,
  // What a test file leaves in its process slows the later ones down: the process is replaced when it holds so much.
  workerIdleMemoryLimit: '500MB',
  testTimeout: 60_000,
  // Tests stand alone: each run takes those of a file in another order, by a seed that it prints.
  randomize: true,
  reporters: ['default', '<rootDir>/tests/counting-reporter.js'],
}
