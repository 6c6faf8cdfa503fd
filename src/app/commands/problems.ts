/** What can be wrong with a command line itself, in both languages. */
import type { CommanderError } from 'commander'
import { type Problem, problemCatalogue } from '#kernel/problem.ts'

export const commandProblems = problemCatalogue('command', {
  unknownOption: { status: 400, vi: 'Không có tùy chọn {what}.', en: 'There is no option {what}.' },
  unknownCommand: { status: 400, vi: 'Không có lệnh {what}.', en: 'There is no command {what}.' },
  missingArgument: { status: 400, vi: 'Còn thiếu {what}.', en: '{what} is missing.' },
  optionWithoutValue: { status: 400, vi: 'Tùy chọn {what} cần một giá trị.', en: 'The option {what} needs a value.' },
  tooMuch: { status: 400, vi: 'Lệnh này không nhận thêm gì nữa.', en: 'This command takes nothing more.' },
  notAChoice: {
    status: 400,
    vi: '“{value}” không dùng được; chọn một trong: {choices}.',
    en: '“{value}” does not do; choose one of: {choices}.',
  },
  misused: { status: 400, vi: 'Lệnh này không đúng: {what}.', en: 'This command is wrong: {what}.' },
  seeHelp: { status: 400, vi: 'Xem {command} --help.', en: 'See {command} --help.' },
  consent: { status: 409, vi: 'Thêm {option} nếu vẫn muốn làm.', en: 'Add {option} to do it all the same.' },
  unitWithoutRole: {
    status: 400,
    vi: '--unit và --role phải đi cùng nhau.',
    en: '--unit and --role go together.',
  },
  unknownOperation: {
    status: 404,
    vi: 'Không có thao tác {name}; ./hieuhoc op liệt kê tất cả.',
    en: 'There is no operation {name}; ./hieuhoc op lists all.',
  },
  inputNotJson: {
    status: 400,
    vi: 'Dữ liệu đưa vào không phải JSON: {reason}.',
    en: 'The input is not JSON: {reason}.',
  },
  fileNotRead: {
    status: 400,
    vi: 'Không đọc được tệp {file} ({reason}).',
    en: 'The file {file} cannot be read ({reason}).',
  },
  fileNotWritten: {
    status: 400,
    vi: 'Không ghi được tệp {file} ({reason}).',
    en: 'The file {file} cannot be written ({reason}).',
  },
  noBackup: {
    status: 404,
    vi: 'Chưa có bản sao lưu nào trong BACKUP_FOLDER. Hãy nêu tên tệp.',
    en: 'There is no backup in BACKUP_FOLDER. Name a file.',
  },
  passphraseTooShort: {
    status: 400,
    vi: 'Mật khẩu của bản sao lưu cần ít nhất {least} ký tự.',
    en: 'The passphrase of a backup needs {least} characters or more.',
  },
  portInUse: {
    status: 500,
    vi: 'Cổng {port} của {host} đã có chương trình khác dùng. Đặt PORT thành một cổng khác, hoặc dừng chương trình kia.',
    en: 'The port {port} of {host} is in use. Set PORT to another one, or stop the program that uses it.',
  },
  portForbidden: {
    status: 500,
    vi: 'Không được phép dùng cổng {port} của {host}. Đặt PORT từ 1024 trở lên.',
    en: 'The port {port} of {host} may not be used by this account. Set PORT to 1024 or more.',
  },
  hostUnknown: {
    status: 500,
    vi: 'Máy này không có địa chỉ {host}. Kiểm tra thiết lập HOST.',
    en: 'This machine has no address {host}. Check the setting HOST.',
  },
})

const misuses: ReadonlyMap<string, (typeof commandProblems)['misused']> = new Map(
  Object.entries({
    'commander.unknownOption': commandProblems.unknownOption,
    'commander.unknownCommand': commandProblems.unknownCommand,
    'commander.excessArguments': commandProblems.tooMuch,
    'commander.missingArgument': commandProblems.missingArgument,
    'commander.missingMandatoryOptionValue': commandProblems.missingArgument,
    'commander.optionMissingArgument': commandProblems.optionWithoutValue,
  }),
)

/** What the reader of the command line says is wrong, in both languages. */
export function misuse({ code, message }: CommanderError, command: string): Problem[] {
  return [misuseOf(code, message), commandProblems.seeHelp({ command })]
}

function misuseOf(code: string, message: string): Problem {
  const [, value, choices] = /'([^']*)' is invalid.* Allowed choices are (.*)\.$/.exec(message) ?? []
  if (value && choices) return commandProblems.notAChoice({ value, choices })
  const [, what] = /'([^']+)'/.exec(message) ?? []
  const raise = misuses.get(code)
  return raise && what ? raise({ what }) : commandProblems.misused({ what: message.replace(/^error: |\.$/g, '') })
}

/** What lets a command do all the same what it refused; each has its option. */
const consents: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'database.notEmpty': '--replace',
    'reports.incomplete': '--incomplete',
  }),
)

/** Problems as the command line tells them: those of consent with the option that gives it. */
export function withConsent(problems: readonly Problem[]): Problem[] {
  return problems.flatMap((problem) => {
    const option = consents.get(problem.code)
    return option ? [problem, commandProblems.consent({ option })] : [problem]
  })
}

/** The problem of a file named on the command line that cannot be opened; anything else is thrown on. */
export function fileProblem(error: unknown, raise: (typeof commandProblems)['fileNotRead'], file: string): Problem {
  const { code } = error as NodeJS.ErrnoException
  if (!code || !/^E[A-Z]+$/.test(code)) throw error
  return raise({ file, reason: code })
}
