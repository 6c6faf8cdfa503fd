/** Backups of a whole installation: files go along, a passphrase closes them, an earlier version's comes up to date, the schedule keeps what it must. */
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { drill } from '#app/drill.ts'
import type { Machine } from '#app/engine.ts'
import { moduleMigrations } from '#app/modules.ts'
import { createApp } from '#app/server.ts'
import { backupState, noteBackup, prepareBackupLetter } from '#app/system/backups.ts'
import { backUpWhereDue } from '#app/system/scheduled-backup.ts'
import { ProblemError } from '#kernel/problem.ts'
import { sealWaiting } from '#platform/audit/sealing.ts'
import { operatorCaller } from '#platform/authority.ts'
import { makeBackup } from '#platform/backups/making.ts'
import { emptyRun } from '#platform/backups/model.ts'
import { filesLookedAt, migrate, restore } from '#platform/database/index.ts'
import { filesFromBackup } from '#platform/files/from-backup.ts'
import { filesOnDisk, nameOf } from '#platform/files/index.ts'
import { startWorker } from '#platform/jobs/index.ts'
import type { JobKit } from '#platform/jobs/job.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { callerOf, smallCity, unitIdOf } from '#test/worlds/small-city.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const operator = operatorCaller('command')
const folder = await mkdtemp(join(tmpdir(), 'hieuhoc-backups-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const database = await testDatabase(smallCity)
const empty = await testDatabase('bare')
const clock = handClock('2026-11-27T18:00:00Z')
const passphrase = 'bốn từ không ai đoán ra'
const files = filesOnDisk(join(folder, 'data', 'files'))
const contents = ['minh chứng', '', 'x'.repeat(200_000)].map((text) => Buffer.from(text))
let machine: Machine

/** The codes of what is refused, or what came of it. */
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof ProblemError ? error.message : String(error)),
  )

async function machineWith(backups: Partial<Machine['settings']['backups']>): Promise<Machine> {
  const settings = { dataFolder: join(folder, 'data'), backups: { ...machine.settings.backups, ...backups } }
  return testMachine(database, { clock, settings })
}

beforeAll(async () => {
  machine = await testMachine(database, { clock, settings: { dataFolder: join(folder, 'data') } })
  for (const content of contents) {
    const name = await files.write(content)
    await database.pool.query('select platform.count_file(gen_random_uuid(), $1, null, $2, now())', [
      name,
      content.length,
    ])
  }
})

describe('files', () => {
  const file = join(folder, 'files.backup')

  test('go along, and come back where they were lost; one that is damaged is told, and does not come back', async () => {
    const gone = nameOf(Buffer.from('never kept'))
    await database.pool.query('select platform.count_file(gen_random_uuid(), $1, null, 10, now())', [gone])
    const damaged = nameOf(contents[2] ?? Buffer.alloc(0))
    const made = await makeBackup(machine, file, { withFiles: true })
    expect(made.files).toEqual({ count: 3, bytes: 200_000 + Buffer.byteLength('minh chứng'), lost: [gone] })
    await writeFile(join(folder, 'data', 'files', damaged.slice(0, 2), damaged), 'altered')
    expect((await makeBackup(machine, join(folder, 'second.backup'), { withFiles: true })).files).toMatchObject({
      count: 2,
      lost: [gone, damaged].sort(),
    })
    const other = filesOnDisk(join(folder, 'other'))
    await migrate(empty, moduleMigrations)
    const into = filesFromBackup(other, join(folder, 'incoming'))
    const restored = await restore(empty, createReadStream(file), { files: into })
    expect(restored.files).toEqual({ ...made.files, lost: [] })
    for (const content of contents) expect(Buffer.from(await other.read(nameOf(content)))).toEqual(content)
    expect(readdirSync(join(folder, 'incoming'))).toEqual([])
    // The store of the first is mended by its own backup.
    const mend = filesFromBackup(files, join(folder, 'incoming'))
    await restore(empty, createReadStream(file), { files: mend, replace: true })
    expect(await files.open(damaged)).toBeDefined()
  })

  test('a letter changed in a file is found', async () => {
    const { gunzipSync, gzipSync } = await import('node:zlib')
    const plain = gunzipSync(await readFile(file))
    plain.writeUInt8(0x79, plain.lastIndexOf('xxxx'))
    await writeFile(join(folder, 'altered.backup'), gzipSync(plain))
    const work = restore(empty, createReadStream(join(folder, 'altered.backup')), { replace: true })
    expect(await codeOf(work)).toBe('database.damagedBackup')
  })
})

describe('with a passphrase', () => {
  const file = join(folder, 'closed.backup.age')
  const opening = (path: string, word?: string) =>
    codeOf(restore(empty, createReadStream(path), { replace: true, passphrase: word, files: filesLookedAt }))

  test('it is read by whoever knows it, however its tone marks are typed; and told apart from a damaged file', async () => {
    await makeBackup(machine, file, { withFiles: true, passphrase })
    const bytes = await readFile(file)
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await opening(file, passphrase.normalize('NFD'))).toBe('none')
    expect(await opening(file)).toBe('database.passphraseNeeded')
    expect(await opening(file, 'một mật khẩu khác')).toBe('database.wrongPassphrase')
    const cut = join(folder, 'cut.age')
    for (const length of [bytes.length - 1, bytes.length - 5_000, 300, 60]) {
      await writeFile(cut, bytes.subarray(0, length))
      expect([length, await opening(cut, passphrase)]).toEqual([length, 'database.damagedBackup'])
    }
    bytes.writeUInt8((bytes[9_000] ?? 0) ^ 1, 9_000)
    await writeFile(cut, bytes)
    expect(await opening(cut, passphrase)).toBe('database.damagedBackup')
  })
})

describe('of an earlier version', () => {
  const earlier = join(import.meta.dirname, 'upgrades', '2026-11.backup')

  test('it comes up to date by itself, in an empty database and in place of another; and is one to be replaced only with leave', async () => {
    const target = await testDatabase('bare')
    await migrate(target, moduleMigrations)
    await restore(target, createReadStream(earlier), { modules: moduleMigrations })
    expect(await migrate(target, moduleMigrations)).toEqual([])
    const { rows } = await target.pool.query('select count(*)::int as count from indicators.published_measure')
    expect(rows[0].count).toBeGreaterThan(0)
    const again = () => createReadStream(earlier)
    expect(await codeOf(restore(target, again(), { modules: moduleMigrations }))).toBe('database.notEmpty')
    expect(await codeOf(restore(target, again(), { modules: moduleMigrations, replace: true }))).toBe('none')
  })

  test('what the program does not know is refused as newer, what it knows otherwise as another', async () => {
    const output = join(folder, 'newer.backup')
    const source = await testDatabase('bare')
    const [platform, ...others] = moduleMigrations
    const more = {
      ...platform,
      migrations: { ...platform?.migrations, '999_next.sql': 'create table platform.next (id int)' },
    }
    await migrate(source, [more as never, ...others])
    await makeBackup({ database: source, files }, output, { withFiles: false })
    const restoring = (known: typeof moduleMigrations) =>
      restore(empty, createReadStream(output), { modules: known, replace: true })
    expect(await codeOf(restoring(moduleMigrations))).toBe('database.newerBackup')
    const changed = { ...more, migrations: { ...more.migrations, '999_next.sql': 'select 1' } }
    expect(await codeOf(restoring([changed as never, ...others]))).toBe('database.otherSchema')
  })
})

describe('a restore drill', () => {
  test('tells what came back, and leaves nothing behind', async () => {
    const file = join(folder, 'drill.backup')
    const made = await makeBackup(machine, file, { withFiles: true })
    const run = await drill(machine, file)
    expect(run).toMatchObject({ tables: made.tables, rows: made.rows, files: 3, lostFiles: 0, failure: null })
    expect(run.auditEntries).toBeGreaterThan(10)
    const { rows } = await database.pool.query(`select datname from pg_database where datname like 'hieuhoc_check_%'
      and datname = 'hieuhoc_check_' || (select oid from pg_database where datname = current_database())`)
    expect(rows).toEqual([])
  })

  test('fails by name: a cut file, a log that somebody changed', async () => {
    const file = join(folder, 'bad.backup')
    const made = await makeBackup(machine, file, { withFiles: false })
    await writeFile(file, (await readFile(file)).subarray(0, Math.floor(made.bytes / 2)))
    expect((await drill(machine, file)).failure).toMatchObject({ code: 'database.damagedBackup' })
    const forged = await testDatabase(smallCity)
    await sealWaiting(await testMachine(forged))
    await forged.pool.query(`alter table platform.audit_entry disable trigger user;
      update platform.audit_entry set actor = 'nobody' where seq = 3`)
    await makeBackup({ database: forged, files }, file, { withFiles: false })
    expect((await drill(machine, file)).failure).toMatchObject({
      code: 'system.auditBroken',
      en: expect.stringContaining('3'),
    })
    const { drill: latest, badFiles } = await perform(machine, backupState, operator, {})
    expect(latest.failed?.file).toBe('bad.backup')
    expect(badFiles).toEqual(['bad.backup'])
  })
})

describe('the schedule', () => {
  const target = join(folder, 'scheduled')
  const kitOf = (engine: Machine): JobKit => ({
    engine,
    mailer: { send: async () => undefined, close: () => undefined },
    perform: (operation, input) => perform(engine, operation, operatorCaller('job'), input),
  })
  const among = (isWanted: (name: string) => boolean) => readdirSync(target).filter(isWanted).sort()
  const names = () => among((name) => !name.endsWith('.anchors'))

  test('a folder that is not there is told once a day to administrators, and never made', async () => {
    const scheduling = await machineWith({ folder: target })
    await backUpWhereDue(kitOf(scheduling))
    await backUpWhereDue(kitOf(scheduling))
    clock.pass(61)
    await backUpWhereDue(kitOf(scheduling))
    const { scheduled, isLate } = await perform(scheduling, backupState, operator, {})
    expect([scheduled.good, scheduled.failed?.failure?.code, isLate]).toEqual([
      null,
      'system.backupFolderMissing',
      true,
    ])
    const { rows } = await database.pool.query(
      `select payload, count(*) over ()::int as count from platform.outbox where name = 'system.backupFailed' order by seq`,
    )
    const { rows: people } = await database.pool.query(
      `select count(distinct account_id)::int as count from access.role_grant
       where role = 'administrator' and field = 'all' and unit_id = $1`,
      [await unitIdOf(database, '01')],
    )
    expect(rows[0].count).toBe(people[0].count)
    const { letter } = await perform(scheduling, prepareBackupLetter, operatorCaller('job'), rows[0].payload)
    expect(letter?.text).toContain('BACKUP_FOLDER')
  })

  test('one a day, by whichever process comes first, read back; then what is too old goes, but not what a drill refused', async () => {
    const { mkdir } = await import('node:fs/promises')
    await mkdir(target)
    const scheduling = await machineWith({ folder: target, keep: { daily: 2, weekly: 0, monthly: 0 } })
    clock.pass(61)
    await Promise.all([backUpWhereDue(kitOf(scheduling)), backUpWhereDue(kitOf(scheduling))])
    await backUpWhereDue(kitOf(scheduling))
    expect(names()).toHaveLength(1)
    const [bad = ''] = names()
    const note = { ...emptyRun, kind: 'check', file: bad, startedAt: clock.now().toISOString() }
    const failure = { code: 'database.damagedBackup', vi: 'x', en: 'x' }
    await perform(scheduling, noteBackup, operator, { ...note, failure })
    await writeFile(join(target, 'not-ours.backup'), '')
    await writeFile(join(target, `${bad}.999999.part`), '')
    for (let day = 0; day < 4; day += 1) {
      clock.pass(24 * 60)
      await backUpWhereDue(kitOf(scheduling))
    }
    expect(names()).toEqual(
      [bad, 'hieuhoc-hanoi-2026-12-01T0302.backup', 'hieuhoc-hanoi-2026-12-02T0302.backup', 'not-ours.backup'].sort(),
    )
    expect(among((name) => name.endsWith('.anchors'))).toEqual(
      [bad, 'hieuhoc-hanoi-2026-12-01T0302.backup', 'hieuhoc-hanoi-2026-12-02T0302.backup'].map(
        (each) => `${each}.anchors`,
      ),
    )
    const { scheduled, isLate } = await perform(scheduling, backupState, operator, {})
    expect(isLate).toBe(false)
    expect(scheduled.good).toMatchObject({ file: 'hieuhoc-hanoi-2026-12-02T0302.backup', files: 3, lostFiles: 1 })
    expect((await drill(scheduling, join(target, basename(scheduled.good?.file ?? '')))).failure).toBeNull()
  })

  test('the page of the system tells it all, and the list of runs too', async () => {
    const scheduling = await machineWith({ folder: target, passphrase })
    // The tables of jobs, which the page shows too.
    const worker = await startWorker(scheduling, kitOf(scheduling).mailer, [])
    await worker.stop()
    const caller = await callerOf(database, 'pho-quan-tri')
    const app = createApp(scheduling, async () => caller)
    const page = await (await app.request('/system')).text()
    for (const text of [
      'hieuhoc-hanoi-2026-12-02T0302.backup',
      'Đúng hạn',
      'có mã hóa',
      'Phục hồi được',
      '1 tệp không có',
    ])
      expect(page).toContain(text)
    clock.pass(3 * 24 * 60)
    expect(await (await app.request('/system')).text()).toContain('Đã quá hạn')
    const list = await (await app.request('/system/backups')).text()
    expect(list).toContain('Không có thư mục sao lưu')
    expect((await (await app.request('/system/backups?format=csv')).text()).split('\n').length).toBeGreaterThan(8)
  })
})
