/** Numbers for whoever watches: operations by name and outcome, requests, memory; served at /metrics of a port of their own. */
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { AnyOperation } from '#platform/operation.ts'

export const registry = new Registry()
collectDefaultMetrics({ register: registry })

const operations = new Histogram({
  name: 'hieuhoc_operation_seconds',
  help: 'How long operations take, by name and outcome',
  labelNames: ['operation', 'outcome'] as const,
  buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.4, 1, 5],
  registers: [registry],
})

export function countOperation(operation: AnyOperation, seconds: number, outcome: 'ok' | 'problem' | 'defect'): void {
  operations.observe({ operation: operation.name, outcome }, seconds)
}

/** Beside the event loop's lag, which the default metrics have: only the waits that people notice. */
export const stallSeconds = new Histogram({
  name: 'hieuhoc_stall_seconds',
  help: 'How long the program answered nobody, where it was more than 0.2 seconds',
  buckets: [0.4, 1, 5, 20],
  registers: [registry],
})
