/**
 * A reader in a process of their own, so that only the server's slowness is measured: opens the page named by the first argument ten
 * times a second until the input ends, then prints how long each answer took and what was not 200, as JSON.
 */
const [url = ''] = process.argv.slice(2)
const everyMs = 100
const longestMs = 60_000
const waits = []
const others = {}
const open = []

async function ask() {
  const startedAt = performance.now()
  const status = await fetch(url, { signal: AbortSignal.timeout(longestMs) }).then(
    async (answer) => {
      await answer.arrayBuffer()
      return answer.status
    },
    (error) => error.cause?.code ?? error.name,
  )
  waits.push(performance.now() - startedAt)
  if (status !== 200) others[status] = (others[status] ?? 0) + 1
}

// Requests begin on time: nobody waits for the one before.
const clock = setInterval(() => open.push(ask()), everyMs)
process.stdin.resume().on('end', async () => {
  clearInterval(clock)
  await Promise.all(open)
  process.stdout.write(JSON.stringify({ waits, others }))
})
