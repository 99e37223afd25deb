import { type Logger, pino } from 'pino'
import type { LogLevel } from './config.ts'

/**
 * The log of the service: one JSON object a line, on standard error so that standard output belongs to the
 * answers of the command line. Written synchronously, so that the last lines before an exit are not lost.
 * A field named `password`, `authorization` or `cookie` is replaced wherever it may stand; an `err` field
 * carries type, message and stack.
 */
export function createLog(level: LogLevel, write?: (line: string) => void): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: ['password', 'authorization', 'cookie'].flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
  }
  return pino(options, write ? { write } : pino.destination({ dest: 2, sync: true }))
}
