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
  // Each worker has a database of its own; a given one they share, so they take turns.
  maxWorkers: process.env.NEO4J_URI ? 1 : 2,
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/tests/counting-reporter.js'],
}
