/** `npm run dev`: builds and restarts the server whenever a source changes; a wrong source leaves the old server running. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { buildAll } from './build.mjs'
import { node, root } from './process.mjs'

const args = ['--enable-source-maps', 'dist/server/main.js', 'start', ...process.argv.slice(2)]
let server
let timer
let working = Promise.resolve()

async function renew() {
  const startedAt = performance.now()
  try {
    await buildAll()
  } catch (error) {
    console.error(error.message)
    return
  }
  console.error(`dev: built in ${Math.round(performance.now() - startedAt)} ms, (re)starting`)
  await stop()
  server = spawn(node, args, { cwd: root, stdio: 'inherit' })
}

async function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  server.kill('SIGTERM')
  await once(server, 'exit')
}

/** Editors write a file in several steps: one build answers all changes of a moment. */
function renewSoon(_event, file) {
  if (/\.test\.tsx?$|\.md$|~$/.test(file ?? '')) return
  clearTimeout(timer)
  timer = setTimeout(() => {
    working = working.then(renew)
  }, 60)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    clearTimeout(timer)
    await working
    await stop()
    process.exit(0)
  })
}

for (const folder of ['src', 'packs']) watch(join(root, folder), { recursive: true }, renewSoon)
await renew()
