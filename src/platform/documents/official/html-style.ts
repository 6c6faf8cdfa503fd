/** The style sheet of an official document in HTML: on screen a sheet of paper, on paper the layout of NĐ 30/2020/NĐ-CP. */

/** To be served as a style sheet of one's own; it touches nothing outside `.official`. */
export const officialCss = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); font: 13pt "Times New Roman", Tinos, serif } }
@page :first { @top-center { content: none } }
@page official-landscape { size: A4 landscape }
.official { max-width: 165mm; margin: 0 auto; padding: 20mm 15mm 20mm 30mm; box-sizing: content-box; background: #fff; color: #000;
  font: 14pt/1.25 "Times New Roman", Tinos, "Liberation Serif", serif }
.official :where(p, h1, h2, h3, h4) { margin: 0 }
.official-labels { display: flex; justify-content: space-between; gap: 1em; padding-bottom: 4mm; font-size: 11pt }
.official-label { border: 1px solid; padding: 0 .3em }
.official-label:only-child { margin-left: auto }
.official-head { display: grid; grid-template-columns: 72fr 93fr; text-align: center; font-size: 12pt }
.official-issuing, .official-national, .official-motto { font-weight: bold }
.official-national { white-space: nowrap }
.official-motto { font-size: 13pt; width: fit-content; margin: 0 auto; border-bottom: 1px solid }
.official-number, .official-date { font-size: 13pt; padding-top: 6pt }
.official-date { font-style: italic }
.official-issuer, .official-nation { display: flex; flex-direction: column }
.official-number, .official-date { margin-top: auto }
.official-rule { width: 30%; max-width: 50mm; margin: 1pt auto 12pt; border: 0; border-top: 1px solid #000 }
.official-issuer .official-rule { width: 28%; margin-bottom: 0 }
.official-title { padding-top: 18pt; text-align: center; font-size: 14pt; font-weight: bold }
.official-type, .official-annex-label { display: block }
.official-paragraph, .official-item, .official-subitem, .official-note, .official-basis { margin-bottom: 6pt; text-align: justify; text-indent: 1.27cm }
.official-subitem { text-indent: 1.77cm }
.official-basis, .official-reference, .official-unit, .official-source { font-style: italic }
.official-note { font-size: 12pt; font-style: italic }
.official-reference { text-align: center; font-size: 13pt }
.official-heading-1, .official-heading-2, .official-heading-3 { padding: 6pt 0; text-indent: 1.27cm; font-size: 14pt; font-weight: bold; break-after: avoid }
.official-heading-3 { font-weight: normal }
.official-table, .official-bars { margin: 8pt 0; overflow-x: auto }
.official figcaption { text-align: center; font-size: 13pt; font-weight: bold; break-after: avoid }
.official-unit { text-align: right; font-size: 12pt; break-after: avoid }
.official-source { font-size: 12pt }
.official table { width: 100%; border-collapse: collapse; font-size: 11pt }
.official-table th, .official-table td { border: 1px solid; padding: 2pt 4pt; font-variant-numeric: tabular-nums }
.official thead { display: table-header-group }
.official tr { break-inside: avoid }
.official-table thead th { background: #e7e6e6; text-align: center }
.official-section th { text-align: left; break-after: avoid }
.official-total { font-weight: bold }
.official-left { text-align: left }
.official-center { text-align: center }
.official-right { text-align: right; white-space: nowrap }
.official-bars th { width: 38%; text-align: left; font-weight: normal }
.official-bars td:last-child { width: 22% }
.official-bars svg { display: block }
.official-track { fill: #e7e6e6 }
.official-bar { fill: #7f7f7f }
.official-target { stroke: #000; stroke-width: 3 }
.official-foot { display: grid; grid-template-columns: 80fr 85fr; padding-top: 12pt; break-inside: avoid; break-before: avoid }
.official-recipients { font-size: 11pt }
.official-recipients-title { font-size: 12pt; font-weight: bold; font-style: italic }
.official-signature { text-align: center; font-weight: bold }
.official-name { padding-top: 80pt }
.official-annex { break-before: page; padding-top: 10mm }
.official-landscape { page: official-landscape }
.official-landscape table { font-size: 9pt }
@media (max-width: 60rem) { .official { padding: 1rem; max-width: none } .official-national { white-space: normal } }
@media print { .official { max-width: none; padding: 0 } .official-annex { padding-top: 0 } .official * { print-color-adjust: exact } }
`

/** Besides, for letters, decisions and minutes. Frozen reports hold the sheet above, which therefore stays as it is. */
export const officialFormsCss = `
.official-subject { padding-top: 6pt; font-size: 12pt; font-weight: normal }
.official-address { padding: 12pt 0; text-align: center }
.official-addresses { width: fit-content; margin: 12pt auto; text-indent: -.1em }
.official-addresses :not(:first-child) { padding-left: 4.1em }
.official-enacting { padding: 6pt 0 12pt; text-align: center; font-weight: bold; break-after: avoid }
.official-minutes { grid-template-columns: 1fr 1fr; row-gap: 12pt }
`
