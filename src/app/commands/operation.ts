/** `hieuhoc op`: any operation, as the operator of the machine. */
import { Command } from 'commander'
import { operatorCaller, ruleInWords } from '#platform/authority.ts'
import { perform } from '#platform/operation.ts'
import { modules } from '../modules.ts'
import { print, withMachine } from './with-machine.ts'

const operations = modules.flatMap((module) => module.operations)

export const operationCommand = new Command('op')
  .description('performs an operation as the operator; without a name lists all: [{name, effect, may, summary}]')
  .argument('[name]', 'module.verb')
  .argument('[input]', 'the input as JSON', '{}')
  .option('--json', 'print JSON')
  .action(async (name: string | undefined, input: string, options: { json?: boolean }) => {
    if (!name) return print(operations.map(asRow), options.json)
    const operation = operations.find((each) => each.name === name)
    if (!operation) throw new Error(`there is no operation ${name}; see hieuhoc op`)
    const output = await withMachine((machine) =>
      perform(machine, operation, operatorCaller('command'), JSON.parse(input)),
    )
    process.stdout.write(`${JSON.stringify(output, null, 2)}\n`)
  })

function asRow(operation: (typeof operations)[number]) {
  return { name: operation.name, effect: operation.effect, may: ruleInWords(operation.may), summary: operation.summary }
}
