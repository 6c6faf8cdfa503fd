/** The log: one JSON object a line for machines, one short line for a person at a terminal. */
import { type DestinationStream, type Logger, pino, stdSerializers, stdTimeFunctions } from 'pino'
import type { Settings } from './settings.ts'

export type { Logger } from 'pino'

/** Never logged, wherever a careless object carries them. */
const secrets = ['password', 'token', 'secret', 'cookie', 'authorization', 'clientSecret', 'databaseUrl', 'smtpUrl']

/**
 * The program's logger, on standard error so that a command's output stays clean.
 * @param destination where lines go; by default standard error, readable when it is a terminal.
 */
export function createLogger(settings: Pick<Settings, 'logLevel'>, destination?: DestinationStream): Logger {
  return pino(
    {
      level: settings.logLevel,
      base: undefined,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: stdSerializers.err },
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '***' },
    },
    destination ?? (process.stderr.isTTY ? terminal : pino.destination({ dest: 2, sync: true })),
  )
}

const terminal: DestinationStream = { write: (line) => process.stderr.write(readable(line)) }

/** `10:41:07 info  ready {"port":8290}` from a JSON line. */
export function readable(line: string): string {
  const { level, time, msg, error, ...rest } = JSON.parse(line) as Record<string, unknown>
  const details = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : ''
  const stack = error ? `\n${(error as { stack?: string }).stack ?? JSON.stringify(error)}` : ''
  return `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${msg ?? ''}${details}${stack}\n`
}
