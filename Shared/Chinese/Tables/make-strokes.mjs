import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { byCode, own, property } from './unihan.mjs';

const require = createRequire(`${process.env.MODULES}/`);
const { orders, strokeTable } = require('cnchar-order').dict;
const traditional = require('cnchar-trad').dict.order;

/** 1 横提 · 2 竖竖钩 · 3 撇 · 4 点捺 · 5 折; the package writes a point that leans left as 点2. */
const classes = { 横: 1, 提: 1, 竖: 2, 竖钩: 2, 撇: 3, 点: 4, 点2: 4, 捺: 4 };
const classOf = letter => classes[strokeTable[letter].name] ?? 5;

const counts = property('IRGSources', 'kTotalStrokes');
const agrees = (c, order) => counts.get(c)?.split(' ').includes(String(order.length));

const table = new Map(), refused = [];
const put = (c, order) => {
  if (agrees(c, order)) table.set(c, order);
  else refused.push(`${c}${order.length}/${counts.get(c)}`);
  return table.has(c);
};

for (const [c, letters] of [...Object.entries(orders), ...Object.entries(traditional)])
  if (!table.has(c)) put(c, [...letters].map(classOf).join(''));
for (const [c, parts] of own('compositions.tsv'))
  if (!table.has(c) && !put(c, [...parts].map(p => /[1-5]/.test(p) ? p : table.get(p) ?? '?'.repeat(99)).join('')))
    throw new Error(`own/compositions.tsv: ${refused.pop()}`);

writeFileSync(new URL('./strokes.txt', import.meta.url),
  [...table].sort(([a], [b]) => byCode(a, b)).map(([c, order]) => `${c}${order}\n`).join(''));
console.log(`${table.size} characters with an order; left out because the count disagrees: ${refused.join(' ')}`);
