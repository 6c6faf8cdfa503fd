/** Whether "hằng năm" says which budget or plan is meant, and not how often something is to be done. */

/**
 * "trong dự toán giao hằng năm", "kế hoạch phát triển kinh tế - xã hội hằng năm": the year is that of the budget or plan
 * money or aims stand in. Whoever is told to provide for it ("bố trí kinh phí trong dự toán hằng năm") does so each year.
 */
export function isOfBudget(left: string): boolean {
  const own = left.slice(Math.max(0, left.length - 300)).replace(/^.*[.;]/, '')
  if (ofPlan.test(own)) return !planning.test(own)
  return ofMoney.test(own) && comesFrom.test(own)
}

const ofPlan = /\b(?:phat trien kinh te|dau tu cong)\b[^,;.:]{0,60}$/
const planning = /\b(?:xay dung|lap|ban hanh)(?: cac)?(?: chuong trinh,?)?(?: ke hoach)? (?:phat trien|dau tu)\b[^,]*$/
const ofMoney =
  /\b(?:trong|tu|theo|bang|vao)(?: cac)?(?: nguon)? (?:du toan|ngan sach|kinh phi|chi|von|nguon)\b[^,;.:]{0,80}$/
const comesFrom =
  /\bduoc (?:dam bao|bao dam|bo tri|can doi|phan bo|cap|giao|lay|chi|su dung|tong hop|long ghep)\b|\bgiao $|^(?: ?- ?)?(?:toan bo )?(?:kinh phi|nguon (?:kinh phi|von|luc))\b/
