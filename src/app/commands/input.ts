/** What a command reads from its standard input: a secret on the command line could be read by others. */

/** All of standard input, without the line's end. */
export async function readInput(): Promise<string> {
  let text = ''
  for await (const part of process.stdin.setEncoding('utf8')) text += part
  return text.replace(/\r?\n$/, '')
}
