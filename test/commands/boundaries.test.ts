/** Boundaries on the command line, on a demonstration: a check, an import, the list, and mistakes told in both languages. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { demo } from '#test/worlds/demo.ts'
import { expectRefused, openTerminal } from './run.ts'

vi.setConfig({ testTimeout: 60_000 })

const settings: Record<string, string> = {}
const terminal = openTerminal(settings)
const file = join(terminal.folder, 'ba-dinh.geojson')

function feature(ma: string, ten: string) {
  const ring = [
    [105.82, 21.03],
    [105.82, 21.05],
    [105.84, 21.05],
    [105.84, 21.03],
    [105.82, 21.03],
  ]
  return { type: 'Feature', properties: { ma, ten }, geometry: { type: 'Polygon', coordinates: [ring] } }
}

beforeAll(async () => {
  const { pool } = await testDatabase(demo)
  settings.DATABASE_URL = String(pool.options.connectionString)
  await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features: [feature('00004', 'Ba Đình')] }))
}, 120_000)

const input = ['--on', '2026-01-01', '--source', 'Sở thử', '--licence', 'CC0']

test('a dry run reports and keeps nothing; an import is listed', async () => {
  const report = await terminal.json('boundaries', 'import', file, ...input, '--dry-run')
  expect(report).toMatchObject({ ok: true, imported: false, features: 1, codeProperty: 'ma', nameProperty: 'ten' })
  expect(await terminal.json('boundaries', 'list')).toEqual([])
  const { stdout } = await terminal.run(['boundaries', 'import', file, ...input])
  expect(stdout).toMatch(/1\/126\n/)
  expect(stdout).toContain(
    'warning: Phường Ba Đình: ranh giới đo được 4,6 km², diện tích chính thức 3,0 km² (lệch 55%).',
  )
  expect(stdout).toMatch(/imported; 0 replaced\n$/)
  expect(await terminal.json('boundaries', 'list')).toMatchObject([
    {
      on: '2026-01-01',
      source: 'Sở thử',
      licence: 'CC0',
      kinds: [{ kind: 'commune', boundaries: 1, covered: 1, units: 126 }],
    },
  ])
})

test('what is wrong is told, and fails', async () => {
  const wrong = join(terminal.folder, 'wrong.geojson')
  await writeFile(wrong, JSON.stringify({ type: 'FeatureCollection', features: [feature('00004', 'Trúc Bạch')] }))
  const checked = await terminal.run(['boundaries', 'import', wrong, ...input, '--dry-run', '--json'])
  expect([checked.code, JSON.parse(checked.stdout).ok]).toEqual([1, false])
  const refused = await terminal.run(['boundaries', 'import', wrong, ...input])
  expectRefused(refused, 'mã 00004 là Phường Ba Đình', 'the code 00004 is Phường Ba Đình')
  const missing = await terminal.run(['boundaries', 'import', join(terminal.folder, 'none.geojson'), ...input])
  expectRefused(missing, 'Không đọc được tệp', 'cannot be read')
})
