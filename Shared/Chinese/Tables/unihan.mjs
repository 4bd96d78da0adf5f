import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const big = { maxBuffer: 1 << 28, encoding: 'utf8' };

/** Map: character → value of one property of the Unihan database. */
export function property(file, name) {
  const text = execFileSync('bzcat', [`${process.env.UNIHAN}/Unihan_${file}.txt.bz2`], big);
  const found = new Map();
  for (const line of text.split('\n')) {
    const [code, key, value] = line.split('\t');
    if (key === name && code.startsWith('U+')) found.set(String.fromCodePoint(parseInt(code.slice(2), 16)), value);
  }
  return found;
}

/** One ICU transliterator over a list of words, each in a line of its own so that none sees its neighbour. */
export function transliterate(id, words) {
  const out = execFileSync('uconv', ['-f', 'utf8', '-t', 'utf8', '-x', id], { ...big, input: words.join('\n') + '\n' });
  const lines = out.split('\n').slice(0, -1);
  if (lines.length !== words.length) throw new Error(`${id}: ${lines.length} lines for ${words.length} words`);
  return lines;
}

/** Rows of a file of our own: columns parted by tabs, # begins a remark. */
export function own(name) {
  return readFileSync(new URL(`./own/${name}`, import.meta.url), 'utf8').split('\n')
    .filter(line => line && !line.startsWith('#')).map(line => line.split('\t'));
}

export const byCode = (a, b) => a.codePointAt(0) - b.codePointAt(0);
