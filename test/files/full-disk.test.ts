/** A disk that is really full, small enough to fill: that of the files, then that of the database; pages are read on, and a save says why. */
import { execFileSync } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { webClient } from '#test/web-client.ts'
import { hanoi, hanoiPassword } from '#test/worlds/hanoi.ts'

const disks: string[] = []

/** A file system of so many megabytes; undefined where this account may not mount one. */
function smallDisk(megabytes: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'hieuhoc-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0777`, 'tmpfs', folder], { stdio: 'ignore' })
    disks.push(folder)
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
}

afterAll(() => {
  for (const folder of disks) {
    execFileSync('umount', [folder])
    rmSync(folder, { recursive: true })
  }
})

/** Fills what is left of a disk, to the last block. */
function fill(folder: string): void {
  const block = Buffer.alloc(65_536)
  for (const part of [block, block.subarray(0, 4096)]) {
    try {
      for (;;) writeFileSync(join(folder, 'filler'), part, { flag: 'a' })
    } catch {}
  }
}

const database = await testDatabase(hanoi)
const filesDisk = smallDisk(4)
const pagesDisk = smallDisk(4)
const clock = handClock()
const dataFolder = filesDisk ?? ''
const machine = await testMachine(database, { clock, settings: { dataFolder, diskReserve: 0 } })
const app = createApp(machine, createIdentify(machine))
const client = webClient(app)

async function send(bytes: Buffer) {
  const ring = [105, 105.1, 105.1, 105].map((lon, index) => [lon, index < 2 ? 21 : 21.1])
  const area = { type: 'Polygon', coordinates: [[...ring, ring[0]]] }
  const features = [{ type: 'Feature', properties: { code: '00004', note: bytes.toString('base64') }, geometry: area }]
  const body = new FormData()
  const fields = { on: '2026-11-02', source: 'Sở', licence: '', codeProperty: '', nameProperty: '', unit: '' }
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  body.set('file', new Blob([JSON.stringify({ type: 'FeatureCollection', features })]), 'xa.geojson')
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { cookie, origin: 'http://localhost' }
  const answer = await app.request('http://localhost/boundaries', { method: 'POST', headers, body })
  return { status: answer.status, html: await answer.text() }
}

async function signIn() {
  const values = { 'Thư điện tử': 'quan-tri@hanoi.example', 'Mật khẩu': hanoiPassword }
  await client.press(await client.open('/sign-in'), 'Đăng nhập', values)
}

async function pagesAnswer() {
  for (const path of [
    '/',
    '/units',
    '/units/00004',
    '/boundaries',
    '/api/v1/system/storage',
    '/api/v1/organisation/units',
  ]) {
    expect([path, (await client.open(path)).status]).toEqual([path, 200])
  }
  expect((await webClient(app).open('/')).status).toBe(200)
}

describe.skipIf(!filesDisk || !pagesDisk)('a full disk', () => {
  test('of files: the save says so and leaves nothing half-written; the next one succeeds once there is room', async () => {
    await signIn()
    fill(dataFolder)
    const refused = await send(Buffer.alloc(100_000))
    expect(refused.status).toBe(507)
    expect(refused.html).toContain('Ổ đĩa của hệ thống gần đầy nên chưa nhận thêm tệp')
    await pagesAnswer()
    const left = await readdir(join(dataFolder), { recursive: true, withFileTypes: true })
    expect(left.filter((each) => each.isFile()).map(({ name }) => name)).toEqual(['filler'])
    await rm(join(dataFolder, 'filler'))
    expect((await send(Buffer.alloc(100_000))).status).toBe(200)
  })

  test('of the database: the same, and who is signed in stays so', async () => {
    const { pool } = database
    const { rows } = await pool.query<{ data_directory: string }>('show data_directory')
    const space = join(pagesDisk ?? '', 'space')
    mkdirSync(space)
    const { uid, gid } = statSync(rows[0]?.data_directory ?? '')
    chownSync(space, uid, gid)
    const name = `hieuhoc_small_${process.pid}`
    await pool.query(`create tablespace ${name} location '${space}'`)
    const tables = ['platform.audit_entry', 'platform.session']
    try {
      for (const table of tables) await pool.query(`alter table ${table} set tablespace ${name}`)
      fill(pagesDisk ?? '')
      // Until the last page of the log is full.
      let answer = await send(Buffer.from('0'))
      for (let count = 1; answer.status === 200 && count < 100; count++) answer = await send(Buffer.from(String(count)))
      expect(answer.status).toBe(507)
      expect(answer.html).toContain('Ổ đĩa của cơ sở dữ liệu đã đầy nên chưa lưu được.')
      for (let count = 0; count < 80; count++) {
        // Each request has a use of the session to note.
        clock.pass(6)
        expect((await client.open('/boundaries')).status).toBe(200)
      }
      await pagesAnswer()
    } finally {
      await rm(join(pagesDisk ?? '', 'filler'), { force: true })
      for (const table of tables) await pool.query(`alter table ${table} set tablespace pg_default`)
      await pool.query(`drop tablespace ${name}`)
    }
    expect((await send(Buffer.from('again'))).status).toBe(200)
  }, 120_000)
})
