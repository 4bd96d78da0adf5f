import { writeFileSync } from 'node:fs';
import { byCode, own, property, transliterate } from './unihan.mjs';

const otherReadings = 3;
const tones = { '\u0304': 1, '\u0301': 2, '\u030c': 3, '\u0300': 4 };

/** zhōng → zhong1, lǜ → lv4, a light tone → 5. */
function numbered(marked) {
  let tone = 5, letters = '';
  for (const c of marked.normalize('NFD').toLowerCase()) {
    if (tones[c]) tone = tones[c];
    else if (c === '\u0308') letters = letters.slice(0, -1) + 'v';
    else if (c >= 'a' && c <= 'z') letters += c;
  }
  return letters + tone;
}
const syllable = reading => reading.slice(0, -1);
const icu = (id, words) => transliterate(id, words).map((line, i) => line === words[i] || /[^\u0000-\u036f]/.test(line) ? null : line);

const mandarin = property('Readings', 'kMandarin');
const frequent = property('Readings', 'kHanyuPinlu');
const standard = property('Readings', 'kTGHZ2013');
const modern = property('Readings', 'kXHC1983');
const classical = property('Readings', 'kHanyuPinyin');
const ours = new Map(own('readings.tsv').map(([c, r]) => [c, r.split(' ')]));


const frequentOf = c => frequent.get(c)?.replace(/\(\d+\)/g, '').split(' ') ?? [];
const locatedOf = (map, c) => map.get(c)?.split(' ').flatMap(x => x.slice(x.indexOf(':') + 1).split(',')) ?? [];

const chars = new Set(['〇', ...ours.keys(), ...mandarin.keys(), ...standard.keys(), ...modern.keys(), ...classical.keys()]);
for (const [from, to] of [[0x3400, 0x4dbf], [0x4e00, 0x9fff], [0x20000, 0x323af]])
  for (let code = from; code <= to; code++) chars.add(String.fromCodePoint(code));
const list = [...chars].filter(c => c.normalize('NFKC') === c).sort(byCode);
const plain = icu('Han-Latin', list);

const lines = new Map(), first = new Map();
let known = 0;
list.forEach((c, i) => {
  const candidates = [plain[i], ...(mandarin.get(c)?.split(' ').slice(0, 1) ?? []), ...frequentOf(c),
    ...locatedOf(standard, c), ...(standard.has(c) ? [] : locatedOf(modern, c))].filter(Boolean).map(numbered);
  if (candidates.length === 0) candidates.push(...locatedOf(classical, c).slice(0, 1).map(numbered));
  const all = [...(ours.get(c) ?? []), ...candidates].filter(r => /^[a-z]+[1-5]$/.test(r));
  const readings = all.filter((r, at) => all.findIndex(other => syllable(other) === syllable(r)) === at).slice(0, 1 + otherReadings);
  if (readings.length === 0) return;
  known++;
  first.set(c, readings[0]);
  const key = readings.join(',');
  lines.set(key, (lines.get(key) ?? '') + c);
});
writeFileSync(new URL('./pinyin.txt', import.meta.url),
  [...lines].sort(([a], [b]) => a < b ? -1 : 1).map(([key, members]) => `${key}\t${members}\n`).join(''));

const surnames = new Map();
const single = list.filter(c => standard.has(c) || modern.has(c));
icu('Han-Latin/Names', single).forEach((line, i) => {
  if (line && syllable(numbered(line)) !== syllable(first.get(single[i]))) surnames.set(single[i], numbered(line));
});
for (const [name, reading] of own('surnames.tsv')) {
  if (reading === '-' || reading === first.get(name)) surnames.delete(name);
  else surnames.set(name, reading);
}
writeFileSync(new URL('./surnames.txt', import.meta.url),
  [...surnames].sort(([a], [b]) => [...a].length - [...b].length || byCode(a, b) || (a < b ? -1 : 1)).map(row => row.join('\t') + '\n').join(''));
console.log(`${known} characters with a reading, ${lines.size} groups, ${surnames.size} surnames`);
