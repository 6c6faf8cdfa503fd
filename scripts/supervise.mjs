/** Keeps a server running: starts it again when it crashes, says why, and ends when it is told to or when a new start would not help. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { root } from './process.mjs'

/** Ended in order, refused in words a person can mend, or not even begun: the same would happen again. */
const finalCodes = new Set([0, 1, 2, 126, 127])
/** The database is away: worth another try, but not for a first start, whose settings are perhaps wrong. */
const databaseAway = 75

const leastWaitMs = 200
const mostWaitMs = 30_000
const healthyMs = 60_000
/** The program ends by itself within ten seconds; one whose thread is stuck cannot. */
const killAfterMs = 10_000
const lookEveryMs = 5_000

/**
 * Runs `command` until it ends for good and returns its exit code. It gets a session of its own, so that Ctrl+C reaches it only
 * through us, once (the terminal and npm both send it), and it can end in its own time while we wait.
 */
export async function supervise(command, args, options = {}) {
  const told = hearSignals()
  let waitMs = leastWaitMs
  for (let starts = 1; ; starts++) {
    // What a later start greets with belongs to the log: whoever reads the output has read it already.
    const stdio = ['inherit', starts === 1 ? 'inherit' : 2, 'inherit']
    const run = await runOnce(command, args, { cwd: root, detached: true, ...options, stdio }, told)
    if (told.signal || isFinal(run, starts)) return exitCodeOf(run)
    if (run.ranMs >= healthyMs) waitMs = leastWaitMs
    say({ ...run, againInMs: waitMs })
    await told.orAfter(waitMs)
    if (told.signal) return 0
    waitMs = Math.min(2 * waitMs, mostWaitMs)
  }
}

function isFinal({ code }, starts) {
  return finalCodes.has(code) || (code === databaseAway && starts === 1)
}

function exitCodeOf({ code, signal }) {
  return code ?? 128 + constants.signals[signal]
}

async function runOnce(command, args, options, told) {
  const startedAt = performance.now()
  const child = spawn(command, args, options)
  const memory = watchMemory(child.pid)
  told.passTo(child)
  try {
    const [code, signal] = await new Promise((done, fail) => {
      child.on('error', (error) => fail(new Error(`${command}: ${error.message}`)))
      child.on('exit', (...how) => done(how))
    })
    return { code, signal, ranMs: Math.round(performance.now() - startedAt), ...memory.last() }
  } finally {
    memory.stop()
    told.passTo(undefined)
  }
}

/** Signals told to us go on to the child, each burst once; remembered, so that nothing is started after them. */
function hearSignals() {
  let child
  let toldAt = Number.NEGATIVE_INFINITY
  let wake = () => undefined
  const told = {
    signal: undefined,
    passTo(next) {
      child = next
      if (child && told.signal) child.kill(told.signal)
    },
    orAfter: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
  }
  const hear = (signal) => {
    told.signal = signal
    wake()
    if (performance.now() - toldAt > 500) child?.kill(signal)
    toldAt = performance.now()
    setTimeout(() => child?.kill('SIGKILL'), killAfterMs).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, hear)
  return told
}

/** What the process last held, where the system tells: a crash for want of memory shows by it. */
function watchMemory(pid) {
  let last = {}
  const look = () => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      const megabytes = (name) => Math.round(Number(new RegExp(`${name}:\\s*(\\d+)`).exec(status)?.[1]) / 1024)
      last = { memoryMb: megabytes('VmRSS'), mostMemoryMb: megabytes('VmHWM') }
    } catch {
      // It has just ended, or this system has no such files.
    }
  }
  const timer = setInterval(look, lookEveryMs).unref()
  return { last: () => last, stop: () => clearInterval(timer) }
}

/** One line, as the program's own log has it. */
function say(facts) {
  const line = {
    level: 'error',
    time: new Date().toISOString(),
    ...facts,
    msg: 'the program ended and is started again',
  }
  console.error(process.stderr.isTTY ? `${line.msg} ${JSON.stringify(facts)}` : JSON.stringify(line))
}
