/** The settings of this installation: read once from the environment, checked, and refused by name when wrong. */
import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import type { Words } from '#kernel/language.ts'
import { type Problem, ProblemError, problemCatalogue } from '#kernel/problem.ts'
import type { Retention } from './backups/model.ts'
import { projectRoot } from './root.ts'
import {
  emailTrusts,
  type LogLevel,
  logLevels,
  type SettingEntry,
  type SettingName,
  settingEntries,
} from './setting-entries.ts'

export interface OpenIdSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The label of the sign-in button. */
  readonly name: string
  /** Whose word links an e-mail to its account: only an express `email_verified`, or the issuer's for every address it gives. */
  readonly trustEmail: (typeof emailTrusts)[number]
}

/** A store that speaks the protocol of Amazon S3. */
export interface S3Settings {
  /** Of the bucket, or of a folder in it, without a slash at the end: `https://s3.example.org/bucket`. */
  readonly url: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

export interface BackupSettings {
  /** Where the daily ones go; without it there are none. */
  readonly folder?: string
  /** Of the city's day, 0 to 23. */
  readonly hour: number
  readonly keep: Retention
  /** Encrypts backups, scheduled or by command, and opens them. */
  readonly passphrase?: string
  readonly withFiles: boolean
}

export interface Settings {
  /** Absolute folder of everything this installation keeps: the embedded database, files, logs. */
  readonly dataFolder: string
  /** A PostgreSQL server of one's own; without it the embedded one runs. */
  readonly databaseUrl?: string
  readonly port: number
  readonly host: string
  /** How people reach it, without a slash at the end. */
  readonly publicUrl: string
  /** The folder under `packs/` of the place it serves. */
  readonly place: string
  /** Whether an empty installation is filled with labelled sample figures. */
  readonly demo: boolean
  readonly smtpUrl?: string
  readonly mailFrom: string
  readonly openId?: OpenIdSettings
  /** Where numbers for whoever watches are served; nowhere unless asked for. */
  readonly metrics?: { readonly port: number; readonly host: string }
  readonly logLevel: LogLevel
  /** Bytes that the files of one unit may take, and all files together. */
  readonly filesPerUnit: number
  readonly filesInAll: number
  /** Bytes of the disk that files leave free, for the database and the rest. */
  readonly diskReserve: number
  /** Where files are kept instead of on disk. */
  readonly s3?: S3Settings
  readonly backups: BackupSettings
  /** Whether X-Forwarded-* of a proxy in front is believed. */
  readonly trustProxy: boolean
}

const refusals = problemCatalogue(
  'settings',
  Object.fromEntries(settingEntries.map((entry) => [entry.name, { status: 500, ...refusal(entry) }])),
)

function refusal({ name, expected, secret }: SettingEntry): Words {
  const value = secret ? '' : ' “{value}”'
  return {
    vi: `Thiết lập ${name}${value} không đúng: cần ${expected.vi}.`,
    en: `The setting ${name}${value} is wrong: it should be ${expected.en}.`,
  }
}

const text = z.string().min(1)
const yesNo = z.enum(['0', '1']).transform((value) => value === '1')
const mega = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .refine((value) => value <= 1_000_000_000)
    .default(fallback)
    .transform((value) => value * 1_000_000)
const http = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''))
const s3Names = ['FILES_S3_URL', 'FILES_S3_KEY_ID', 'FILES_S3_SECRET'] as const
const openIdNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const

const host = text.regex(/^[\w.:-]+$/)
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65535)

const schema = z.object({
  HIEUHOC_DATA: text.default('./data'),
  DATABASE_URL: text
    .regex(/^postgres(ql)?:\/\/\S*\/\S+$/)
    .refine((value) => URL.canParse(value))
    .optional(),
  PORT: port.default(8290),
  HOST: host.default('127.0.0.1'),
  PUBLIC_URL: http.optional(),
  HIEUHOC_PLACE: text.regex(/^[a-z][a-z-]*$/).default('hanoi'),
  HIEUHOC_DEMO: yesNo.default(true),
  FILES_PER_UNIT_MB: mega(1000),
  FILES_MB: mega(50_000),
  DISK_RESERVE_MB: mega(500),
  FILES_S3_URL: http.optional(),
  FILES_S3_REGION: text.regex(/^[\w-]+$/).default('us-east-1'),
  FILES_S3_KEY_ID: text.optional(),
  FILES_S3_SECRET: text.optional(),
  BACKUP_FOLDER: text.refine(isAbsolute).optional(),
  BACKUP_HOUR: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .refine((hour) => hour < 24)
    .default(1),
  BACKUP_KEEP: z
    .string()
    .regex(/^\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}$/)
    .default('7,4,12'),
  BACKUP_PASSPHRASE: z.string().min(12).max(1000).optional(),
  BACKUP_FILES: yesNo.default(true),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: text.regex(/^([^<>]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/).default('Hiếu Học <no-reply@localhost>'),
  OIDC_ISSUER: http.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_NAME: text.optional(),
  OIDC_TRUST_EMAIL: z.enum(emailTrusts).default('verified'),
  METRICS_PORT: port.optional(),
  METRICS_HOST: host.default('127.0.0.1'),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  TRUST_PROXY: yesNo.default(false),
} satisfies Record<SettingName, z.ZodType>)

/**
 * Reads and checks every setting; an empty one counts as not set. A relative HIEUHOC_DATA is meant from the project's folder.
 * @throws ProblemError with one problem `settings.NAME` for each wrong setting, or for each one missing of the OIDC or S3 group.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    settingEntries.flatMap(({ name }) => {
      const value = env[name]?.trim()
      return value ? [[name, value]] : []
    }),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new ProblemError(...refused(given, new Set(parsed.error.issues.map(nameOfIssue))))
  const missing = [openIdNames, s3Names].flatMap((group) => missingOf(group, parsed.data))
  if (missing.length > 0) throw new ProblemError(...refused(given, new Set(missing)))
  return settingsOf(parsed.data)
}

/** What a group lacks of which something is set. */
function missingOf<Name extends SettingName>(names: readonly Name[], values: Partial<Record<Name, unknown>>): Name[] {
  const missing = names.filter((name) => values[name] === undefined)
  return missing.length < names.length ? missing : []
}

function nameOfIssue(issue: { readonly path: readonly PropertyKey[] }): string {
  return String(issue.path[0])
}

function refused(given: Readonly<Record<string, string>>, names: ReadonlySet<string>): Problem[] {
  return [...names].flatMap((name) => refusals[name]?.({ name, value: given[name] ?? '' }) ?? [])
}

function settingsOf(read: z.output<typeof schema>): Settings {
  const folder = read.HIEUHOC_DATA
  return {
    dataFolder: isAbsolute(folder) ? resolve(folder) : join(projectRoot, folder),
    databaseUrl: read.DATABASE_URL,
    port: read.PORT,
    host: read.HOST,
    publicUrl: read.PUBLIC_URL ?? `http://localhost:${read.PORT}`,
    place: read.HIEUHOC_PLACE,
    demo: read.HIEUHOC_DEMO,
    filesPerUnit: read.FILES_PER_UNIT_MB,
    filesInAll: read.FILES_MB,
    diskReserve: read.DISK_RESERVE_MB,
    s3: s3Of(read),
    backups: backupsOf(read),
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    openId: openIdOf(read),
    metrics: read.METRICS_PORT === undefined ? undefined : { port: read.METRICS_PORT, host: read.METRICS_HOST },
    logLevel: read.LOG_LEVEL,
    trustProxy: read.TRUST_PROXY,
  }
}

function backupsOf(read: z.output<typeof schema>): BackupSettings {
  const { BACKUP_FOLDER: folder, BACKUP_HOUR: hour, BACKUP_PASSPHRASE: passphrase, BACKUP_FILES: withFiles } = read
  const [daily = 0, weekly = 0, monthly = 0] = read.BACKUP_KEEP.split(',').map(Number)
  return { folder, hour, keep: { daily, weekly, monthly }, passphrase, withFiles }
}

function openIdOf(read: z.output<typeof schema>): OpenIdSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = read
  return issuer && clientId && clientSecret && name
    ? { issuer, clientId, clientSecret, name, trustEmail: read.OIDC_TRUST_EMAIL }
    : undefined
}

function s3Of(read: z.output<typeof schema>): S3Settings | undefined {
  const { FILES_S3_URL: url, FILES_S3_REGION: region, FILES_S3_KEY_ID: keyId, FILES_S3_SECRET: secret } = read
  return url && keyId && secret ? { url, region, keyId, secret } : undefined
}
