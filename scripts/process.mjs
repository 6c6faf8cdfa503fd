/** Starts other programs from the scripts: waits for them, passes signals on, hands their exit code back. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')

/** The Node the project brings along; npm itself may run on an older one. */
export const node = join(root, 'node_modules/node/bin/node')

/** Runs a program to its end and returns its exit code; what it writes goes to our own output. */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
  return ended(child, command)
}

/**
 * Runs a program that serves until it is told to stop. It gets a session of its own, so that Ctrl+C reaches it only
 * through us, once (the terminal and npm both send it), and it can end in its own time while we wait.
 */
export function serve(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', detached: true, ...options })
  let toldAt = -Infinity
  const tell = (signal) => {
    if (performance.now() - toldAt > 500) child.kill(signal)
    toldAt = performance.now()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, tell)
  return ended(child, command)
}

function ended(child, command) {
  return new Promise((done, fail) => {
    child.on('error', (error) => fail(new Error(`${command}: ${error.message}`)))
    child.on('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]))
  })
}
