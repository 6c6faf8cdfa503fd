/** Words that fold to the same letters as a word of the grammar and are other words: their shadow is told apart by a letter that Vietnamese lacks. */

/**
 * Each pair is how the other word is written, and what its shadow becomes: of the same length, with a `w` where its tone was.
 * The text is in small letters. What stands before or after a word narrows the pair down to where the two could be mistaken.
 */
const others: readonly (readonly [string, string])[] = [
  // đó / độ: "trong độ tuổi" names who is counted, not a part of it.
  ['(?<=trong )độ', 'dw'],
  // gần / gắn, dưới / đuối, hơn / hôn, giảm xuống còn / con
  ['gắn', 'gwn'],
  ['đuối|đuổi|đuôi', 'dwoi'],
  ['hôn|hồn', 'hwn'],
  // tăng / tặng, tầng: a gift is no rise.
  ['tặng', 'twng'],
  ['tầng(?= [0-9])', 'twng'],
  // từ / tư, tự, tử, tủ: "đầu tư 5 tỷ đồng" starts from nothing.
  ['(?<!thông )(?:tư|tự|tử|tủ|tụ)(?=(?: (?:đạt|là))? ?[0-9])', 'tw'],
  // quá / qua: "không qua đào tạo"
  ['(?<=không )qua', 'qwa'],
  // đạt / đất, đặt, dắt, dạt
  ['đất|đặt|dắt|dạt', 'dwt'],
  // mở / mô: "quy mô 50 học viên"
  ['mô(?! hình)', 'mw'],
  // thiểu / thiếu: "còn thiếu 20 phòng học"
  ['thiếu(?= ?[0-9])', 'thiew'],
  // đấu / đầu, dấu: "bước đầu 20 lớp"
  ['(?<!ph[ầấ]n )(?:đầu|dấu|đậu)(?= [0-9])', 'dwu'],
  // ký / kỳ, kỹ: "thời kỳ 2026-2030"
  ['(?:kỳ|kỹ|kỷ)(?= [0-9])', 'kw'],
  // nhận / nhân: "bệnh nhân 20"
  ['(?:nhân|nhãn|nhẫn)(?= [0-9])', 'nhwn'],
  // đóng / đồng, động, dòng: "hoạt động 20 lớp"
  ['(?:đồng|động|dòng|đông)(?= [0-9])', 'dwng'],
  // mới / mỗi, mời, mọi: "mỗi 10.000 dân"
  ['(?:mỗi|mời|mọi)(?= [0-9])', 'mwi'],
  // cho / chỗ, chợ, chờ: "đào tạo tại chỗ"
  ['chỗ|chợ|chờ', 'chw'],
  // đủ / dự, dư: "tham dự 20"
  ['(?:dự|dư|dù)(?= [0-9])', 'dw'],
  // đồng (money) / đồng chí, đồng bào, động, đông
  ['(?<=[0-9] )đồng(?= (?:chí|bào|nghiệp|hồ|phục|diễn|hương|đội|minh))', 'dwng'],
  ['(?<=[0-9] )(?:động|đông|đóng)', 'dwng'],
  // quý / quỹ, quy: "thành lập 20 quỹ khuyến học"; "Quỹ I"
  ['(?<=[0-9] )(?:quỹ|quy)', 'qwy'],
  ['(?:quỹ|quy)(?= ?(?:[ivx]+|[0-9])(?![a-z0-9]))', 'qwy'],
  // ngàn / ngân, ngăn; phần / phân, phản; trở / trò, trợ; cấp / cặp; năm / nam, nằm; đến / đèn; lần / làn, lân; tuần / tuân; giờ / giỏ
  ['(?<=[0-9] )(?:ngân|ngăn)', 'ngwn'],
  ['(?<=[0-9] )(?:phân|phản|phấn)', 'phwn'],
  ['(?<=[0-9] )(?:trò|trợ)', 'trw'],
  ['(?<=[0-9] )cặp', 'cwp'],
  ['(?<=[0-9] )nam', 'nwm'],
  ['(?<=[0-9] )(?:đèn|đen)', 'dwn'],
  ['(?<=[0-9] )(?:giỏ|gió)', 'gwo'],
  // năm 2030 / Việt Nam 2030, tỉnh Hà Nam 2030
  ['(?<=(?:việt|quảng|hà|miền|hải|phương|an|giang) )nam(?= 20[0-9])', 'nwm'],
  // mục 3 / mức 3, điều 3 / điểu, diễu
  ['mức(?= [0-9])', 'mwc'],
  // chỉ tiêu / chi tiêu: what is spent is no aim.
  ['chi(?= tiêu)', 'chw'],
  // trọng, trống, trồng / trong
  ['trọng|trống|trồng|tròng', 'trwng'],
  // vào / vảo; hết / hệt; tháng / thắng, thang; ngày / ngay
  ['hệt|hét', 'hwt'],
  ['(?:thắng|thăng|thang)(?= ?[0-9])', 'thwng'],
  ['ngay(?= ?[0-9])', 'ngwy'],
  // hằng năm, hàng năm / hạng năm; mỗi năm / mới năm
  ['hạng', 'hwng'],
  // đã / đa, đá: "tối đa đạt 50%"
  ['(?:đa|đá|dạ)(?= (?:đạt|có|dạng))', 'dw'],
  // có / cơ, cờ, cổ, cỡ: "cơ đủ"; còn / con, cơn, côn
  ['(?<=không )con', 'cwn'],
  // Words that set phrases could be misread for: "cần cụ thể hóa", "cần cử cán bộ", "định hướng dân số", "cá nhân dẫn đầu", "nhà báo cao tuổi", "để nghị quyết"
  ['cần(?= c[ụử] ?)', 'cwn'],
  ['hướng(?= dân)', 'hwong'],
  ['nhân(?= d[ẫắ]n)', 'nhwn'],
  ['báo(?= cao)', 'bwo'],
  ['để(?= ngh[ịỉ])', 'dw'],
  ['thức(?= hi[ệể]n)', 'thwc'],
]

const shadows = others.map(([, shadow]) => shadow)
const pattern = new RegExp(`(?<!\\p{L})(?:${others.map(([word]) => `(${word})`).join('|')})(?!\\p{L})`, 'gu')

/** `flat` with the shadow of each such word told apart; nothing changes in a text that is typed without tones. */
export function toldApart(text: string, flat: string): string {
  if (flat === text || !/[^\p{ASCII}]/u.test(text)) return flat
  const small = text.toLowerCase()
  if (small.length !== flat.length) return flat
  let message = ''
  let from = 0
  for (const match of small.matchAll(pattern)) {
    const index = match.findIndex((group, place) => place > 0 && group !== undefined) - 1
    const shadow = shadows[index] ?? ''
    if (shadow.length !== match[0].length) continue
    message += flat.slice(from, match.index) + shadow
    from = match.index + match[0].length
  }
  return from === 0 ? flat : message + flat.slice(from)
}
