/** A real S3 server of other makers on this machine, with one bucket, for as long as a test file runs. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '#platform/root.ts'
import type { S3Settings } from '#platform/settings.ts'

export interface S3Server {
  readonly settings: S3Settings
  /** Where it keeps objects, as files whose names begin with their keys. */
  readonly folder: string
  /** Ends the server and what it keeps. */
  stop(): Promise<void>
}

export async function startS3Server(): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), 'hieuhoc-s3-'))
  const options = {
    directory: folder,
    address: '127.0.0.1',
    port: 0,
    silent: true,
    vhostBuckets: false,
    configureBuckets: [{ name: 'hieuhoc', configs: [] }],
  }
  const program = `
    const S3rver = require('@20minutes/s3rver')
    new S3rver(${JSON.stringify(options)}).run().then(({ port }) => console.log('port ' + port))`
  // The server hides where a page of a list ended with a cipher of old.
  const child = spawn(process.execPath, ['--openssl-legacy-provider', '--input-type=commonjs', '-e', program], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (piece: Buffer) => {
      text += piece
      const match = /port (\d+)/.exec(text)
      if (match?.[1]) resolve(match[1])
    })
    child.once('exit', (code) => reject(new Error(`the S3 server ended with ${code}: ${text}`)))
  })
  const url = `http://127.0.0.1:${await port}/hieuhoc`
  return {
    settings: { url, region: 'us-east-1', keyId: 'S3RVER', secret: 'S3RVER' },
    folder: join(folder, 'hieuhoc'),
    async stop() {
      const ended = child.exitCode === null ? once(child, 'exit') : undefined
      child.kill('SIGTERM')
      await Promise.race([ended, sleep(5_000)])
      child.kill('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
