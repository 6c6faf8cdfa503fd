/** Settings: defaults, and refusals that name the setting and never its secret. */
import { expect, describe as group, test } from 'vitest'
import { describe, ProblemError } from '#kernel/problem.ts'
import { settingEntries } from './setting-entries.ts'
import { readSettings } from './settings.ts'

test('an empty environment gives the defaults', () => {
  const settings = readSettings({ PATH: '/bin', PORT: '  ' })
  expect(settings).toMatchObject({
    port: 8290,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:8290',
    demo: true,
    logLevel: 'info',
    trustProxy: false,
  })
  expect(settings.dataFolder).toMatch(/^\/.*\/data$/)
  expect(settings.databaseUrl).toBeUndefined()
  expect(settings.openId).toBeUndefined()
  expect(settings.metrics).toBeUndefined()
})

test('what is set is read', () => {
  const settings = readSettings({
    HIEUHOC_DATA: '/srv/hieuhoc/',
    DATABASE_URL: 'postgres://me:secret@db/hieuhoc',
    PORT: '80',
    PUBLIC_URL: 'https://hoctap.hanoi.gov.vn/',
    HIEUHOC_DEMO: '0',
    TRUST_PROXY: '1',
    OIDC_ISSUER: 'https://id.gov.vn/',
    OIDC_CLIENT_ID: 'c',
    OIDC_CLIENT_SECRET: 's',
    OIDC_NAME: 'VNeID',
    METRICS_PORT: '9290',
  })
  expect(settings).toMatchObject({
    dataFolder: '/srv/hieuhoc',
    port: 80,
    publicUrl: 'https://hoctap.hanoi.gov.vn',
    demo: false,
    trustProxy: true,
    openId: { issuer: 'https://id.gov.vn', name: 'VNeID', trustEmail: 'verified' },
    metrics: { port: 9290, host: '127.0.0.1' },
  })
})

group('a wrong one is refused by its name', () => {
  const wrong: [string, string][] = [
    ['PORT', '65536'],
    ['PORT', 'eight'],
    ['HOST', 'a b'],
    ['HIEUHOC_DEMO', 'yes'],
    ['HIEUHOC_PLACE', '../etc'],
    ['TRUST_PROXY', 'true'],
    ['PUBLIC_URL', 'hoctap.hanoi.gov.vn'],
    ['DATABASE_URL', 'mysql://me:hunter2@db/x'],
    ['DATABASE_URL', 'postgres://me:hunter2@db'],
    ['BACKUP_FOLDER', 'relative/folder'],
    ['BACKUP_HOUR', '24'],
    ['BACKUP_KEEP', '7,4'],
    ['BACKUP_PASSPHRASE', 'hunter2'],
    ['SMTP_URL', 'http://me:hunter2@mail'],
    ['MAIL_FROM', 'nobody'],
    ['LOG_LEVEL', 'loud'],
    ['OIDC_TRUST_EMAIL', '1'],
    ['METRICS_PORT', '65536'],
    ['METRICS_HOST', 'a b'],
    ['OIDC_ISSUER', 'id.gov.vn'],
  ]
  test.each(wrong)('%s=%s', (name, value) => {
    const problems = problemsOf({ [name]: value })
    expect(problems.map((problem) => problem.code)).toEqual([`settings.${name}`])
    for (const problem of problems) {
      expect(describe('en', problem)).toContain(name)
      expect(describe('vi', problem)).toContain(name)
      expect(describe('en', problem)).not.toContain('hunter2')
    }
  })

  test('several at once are all named', () => {
    expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'y' }).map((problem) => problem.code)).toEqual([
      'settings.PORT',
      'settings.LOG_LEVEL',
    ])
  })

  test('half an OpenID Connect group names what is missing', () => {
    const codes = problemsOf({ OIDC_ISSUER: 'https://id.gov.vn', OIDC_NAME: 'VNeID' }).map((problem) => problem.code)
    expect(codes).toEqual(['settings.OIDC_CLIENT_ID', 'settings.OIDC_CLIENT_SECRET'])
  })
})

test('the written default of each entry is the default that works', () => {
  for (const entry of settingEntries) {
    if (entry.default === undefined || entry.name === 'PUBLIC_URL') continue
    expect(readSettings({ [entry.name]: entry.default })).toEqual(readSettings({}))
  }
})

function problemsOf(env: Record<string, string>) {
  try {
    readSettings(env)
  } catch (error) {
    if (error instanceof ProblemError) return error.problems
    throw error
  }
  return []
}
