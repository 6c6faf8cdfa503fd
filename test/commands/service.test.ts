/** The systemd unit of the operator's guide: systemd itself takes it, and it says what the supervisor would do. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exitCodes } from '#app/defects.ts'
import { projectRoot } from '#platform/root.ts'

const guide = readFileSync(join(projectRoot, 'docs/guide/operators.md'), 'utf8')
const unit = /```ini\n([\s\S]*?)```/.exec(guide)?.[1] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'hieuhoc-service-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const settings = new Map(
  unit
    .split('\n')
    .filter((line) => line.includes('='))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const),
)

test('starts again after everything but a refusal, for ever, and leaves the database alone', () => {
  expect(Object.fromEntries(settings)).toMatchObject({
    ExecStart: '/srv/hieuhoc/hieuhoc start',
    Restart: 'always',
    StartLimitIntervalSec: '0',
    RestartPreventExitStatus: String(exitCodes.refused),
    KillMode: 'process',
  })
  // The program ends within ten seconds of being told.
  expect(Number(settings.get('TimeoutStopSec'))).toBeGreaterThan(10)
})

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

test.skipIf(!hasSystemd)('systemd finds nothing wrong with it', () => {
  const file = join(folder, 'hieuhoc.service')
  const here = unit.replaceAll('/srv/hieuhoc', projectRoot).replace('User=hieuhoc\n', '')
  writeFileSync(file, here)
  const run = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' })
  const ours = `${run.stdout}${run.stderr}`.split('\n').filter((line) => line.includes('hieuhoc'))
  expect(ours).toEqual([])
})
