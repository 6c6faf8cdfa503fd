/** The words about maps on the page that says how numbers are made; the rules themselves are those of indicators. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  title: { vi: 'Một con số trên bản đồ của ngày khác', en: 'One number on the map of another day' },
  lead: {
    vi: 'Đơn vị hành chính thay đổi, số liệu thì không. Mỗi số đọc được như đã báo cáo, hoặc quy về bản đồ của một ngày bất kỳ.',
    en: 'Units change, figures do not. Each can be read as it was reported, or re-based on the map of any day.',
  },
  pages: {
    vi: 'Trang của một xã, phường mở ra trên địa bàn hiện nay, để thấy cả những năm trước khi có đơn vị; trang của thành phố và của đơn vị đã kết thúc mở ra như báo cáo từng năm. Ở đâu cũng đổi được, và địa chỉ trang giữ lựa chọn ấy.',
    en: 'The page of a commune opens on its land of today, so that the years before it are seen; those of the city and of units that have ended open as reported. All can be changed, and the address keeps the choice.',
  },
  weights: { vi: 'Phần của một đơn vị bị chia', en: 'The parts of a unit that was divided' },
  known: { vi: 'Điều đã biết', en: 'What is known' },
  weight: { vi: 'Cách chia', en: 'How it is divided' },
  kept: { vi: 'giữ nguyên', en: 'as it was' },
  whole: { vi: 'Vào toàn bộ', en: 'It passed as a whole' },
  wholeWeight: { vi: 'Tính toàn bộ số, không ước tính.', en: 'All of its figure counts; nothing is estimated.' },
  people: { vi: 'Quyết định nói toàn bộ dân về đâu', en: 'The decision says where all its people went' },
  peopleWeight: {
    vi: 'Toàn bộ số theo dân về nơi ấy, phần đất không có dân tính bằng 0.',
    en: 'All of its figure goes with the people; land without people counts as nothing.',
  },
  share: { vi: 'Biết diện tích từng phần', en: 'The area of each part is known' },
  shareWeight: {
    vi: 'Chia theo tỷ lệ diện tích, coi dân ở đều; các phần cộng lại luôn bằng toàn bộ.',
    en: 'Divided by share of area, as if people lived evenly; the parts always add up to the whole.',
  },
  even: { vi: 'Không biết gì về từng phần', en: 'Nothing is known about the parts' },
  evenWeight: { vi: 'Chia đều cho các phần.', en: 'Divided evenly between the parts.' },
  decisions: { vi: 'Các quyết định đã đổi bản đồ', en: 'The decisions that changed the map' },
  compare: { vi: 'So sánh các đơn vị', en: 'Compare units' },
})
