/** `hieuhoc op`: any operation, as the operator of the machine. */
import { Command } from 'commander'
import { ProblemError } from '#kernel/problem.ts'
import { operatorCaller, ruleInWords } from '#platform/authority.ts'
import { isCalled, underTodaysNames, withFormerNames } from '#platform/former-names.ts'
import { performAny } from '#platform/perform.ts'
import { fields, modules } from '../modules.ts'
import { commandProblems } from './problems.ts'
import { print, printJson, withFilledMachine } from './with-machine.ts'

const operations = modules.flatMap((module) => module.operations)

export const operationCommand = new Command('op')
  .description('performs an operation as the operator; without a name lists all: [{name, effect, may, summary}]')
  .argument('[name]', 'module.verb')
  .argument('[input]', 'the input as JSON', '{}')
  .option('--json', 'print JSON')
  .action(async (name: string | undefined, input: string, options: { json?: boolean }) => {
    if (!name) return print(operations.map(asRow), options.json)
    const operation = operations.find((each) => isCalled(each, name))
    if (!operation) throw new ProblemError(commandProblems.unknownOperation({ name }))
    const given = parseInput(input)
    const answer = await withFilledMachine((machine) =>
      performAny(machine, operation, operatorCaller('command'), underTodaysNames(given, operation.former)),
    )
    printJson(withFormerNames(answer, operation.former))
  })

function parseInput(input: string): unknown {
  try {
    return JSON.parse(input)
  } catch (error) {
    throw new ProblemError(commandProblems.inputNotJson({ reason: (error as Error).message }))
  }
}

function asRow(operation: (typeof operations)[number]) {
  return {
    name: operation.name,
    effect: operation.effect,
    may: ruleInWords(operation, fields),
    summary: operation.summary,
  }
}
