/** Operations that take a file, given one of this machine: it is read where it lies. */
import { open } from 'node:fs/promises'
import { ProblemError } from '#kernel/problem.ts'
import { operatorCaller } from '#platform/authority.ts'
import { fileUseOf } from '#platform/files/upload.ts'
import type { Operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import type { Machine } from '../engine.ts'
import { commandProblems, fileProblem } from './problems.ts'

/** Throws `command.fileNotRead` before anything is begun. */
export async function requireReadable(file: string): Promise<void> {
  try {
    const handle = await open(file)
    const isFolder = (await handle.stat()).isDirectory()
    await handle.close()
    if (isFolder) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
  } catch (error) {
    throw new ProblemError(fileProblem(error, commandProblems.fileNotRead, file))
  }
}

/** Performs an operation as the operator, with the file at a path in its field `file`. */
export async function performWithFile<Input, Output>(
  machine: Machine,
  operation: Operation<Input, Output>,
  path: string,
  input: object,
): Promise<Output> {
  const use = fileUseOf(operation.input)
  if (!use) throw new Error(`${operation.name} takes no file`)
  const file = await machine.incoming.take(path, use)
  try {
    return await perform(machine, operation, operatorCaller('command'), { ...input, file })
  } finally {
    await machine.incoming.release(file)
  }
}
