// What a page shows now, for a chat: its title, its numbers and the rows of its list, as text or as a picture.
import { copy } from "./copy.js";

const WIDTH = 800, EDGE = 24, ROW = 32, NUMBER = 84, CELL_GAP = 16, WIDEST_CELL = 260;
const FONT = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

const words = element => (element?.innerText ?? "").replace(/\s+/g, " ").trim();
const shown = element => element.offsetParent !== null;

function readView() {
  const main = document.querySelector("main");
  const numbers = [...main.querySelectorAll(".numbers li, .key-numbers > *")].filter(shown).map(item => {
    const value = item.querySelector("b");
    const all = words(item), number = words(value);
    return { value: number, label: all.replace(number, "").trim() };
  });
  return {
    title: words(main.querySelector("h1")),
    asOf: words(main.querySelector("[data-as-of]")),
    numbers: numbers.filter(number => number.value),
    tables: [...main.querySelectorAll(".list-table, .category-table")].filter(shown).map(readTable),
    foot: [...main.querySelectorAll(".pager > span:not(.share)")].filter(shown).map(words).join(" · "),
  };
}

// Columns of buttons, boxes and bars are not for reading.
function readTable(table) {
  const heads = [...table.querySelectorAll("thead th")];
  const kept = heads.map(head => shown(head) && words(head) !== "" && !head.querySelector(".visually-hidden"));
  const cells = row => [...row.cells].filter((_, at) => kept[at]).map(readCell);
  return { heads: heads.filter((_, at) => kept[at]).map(words), rows: [...table.querySelectorAll("tbody tr")].filter(shown).map(cells) };
}

// What a button says is no part of what is shown.
const readCell = cell => [...cell.querySelectorAll("button")].reduce((text, button) => text.replace(words(button), ""), words(cell)).trim();

function textOf(view) {
  return [
    [view.title, view.asOf].filter(Boolean).join("  "),
    view.numbers.map(number => `${number.label} ${number.value}`).join("  "),
    ...view.tables.flatMap(table => table.rows.map(row => row.filter(Boolean).join("  "))),
    view.foot,
  ].filter(Boolean).join("\n");
}

export const copyView = () => copy(textOf(readView()));

export async function saveView() {
  const view = readView();
  const blob = await new Promise(done => draw(view).toBlob(done, "image/png"));
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `${view.title.replace(/[^\p{L}\p{N}]+/gu, "-")}.png` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function draw(view) {
  const pen = document.createElement("canvas").getContext("2d");
  const sized = (size, weight = 400) => { pen.font = `${weight} ${size}px ${FONT}`; };
  sized(15);
  const columns = view.tables.map(table => table.heads.map((head, at) =>
    Math.min(WIDEST_CELL, Math.max(...[head, ...table.rows.map(row => row[at] ?? "")].map(text => pen.measureText(text).width))) + CELL_GAP));
  const width = Math.max(WIDTH, ...columns.map(widths => widths.reduce((sum, one) => sum + one, 2 * EDGE)));
  const height = EDGE + 48 + (view.numbers.length ? NUMBER : 0) + view.tables.reduce((sum, table) => sum + (table.rows.length + 1) * ROW + 16, 0) + (view.foot ? ROW : 0) + EDGE;
  const scale = height > 8000 ? 1 : 2;
  Object.assign(pen.canvas, { width: width * scale, height: height * scale });
  pen.scale(scale, scale);
  pen.textBaseline = "middle";
  const ink = (text, x, y, colour, room) => { pen.fillStyle = colour; pen.fillText(fit(pen, text, room ?? width), x, y); };
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, width, height);

  let y = EDGE + 16;
  sized(24, 600);
  ink(view.title, EDGE, y, "#1a1d21");
  const after = EDGE + pen.measureText(view.title).width + CELL_GAP;
  sized(14);
  ink(view.asOf, after, y + 3, "#5c6570");
  y += 32;
  const slot = (width - 2 * EDGE) / view.numbers.length;
  view.numbers.forEach((number, at) => {
    sized(14);
    ink(number.label, EDGE + at * slot, y + 10, "#5c6570", slot - CELL_GAP);
    sized(slot < 120 ? 28 : 36, 600);
    ink(number.value, EDGE + at * slot, y + 46, "#1a1d21");
  });
  if (view.numbers.length) y += NUMBER;
  view.tables.forEach((table, which) => {
    [table.heads, ...table.rows].forEach((row, line) => {
      sized(15, line === 0 ? 600 : 400);
      let x = EDGE;
      columns[which].forEach((room, at) => { ink(row[at] ?? "", x, y + ROW / 2, line === 0 ? "#5c6570" : "#1a1d21", room - CELL_GAP); x += room; });
      y += ROW;
      pen.fillStyle = "#d9dde2";
      pen.fillRect(EDGE, y - 1, width - 2 * EDGE, 1);
    });
    y += 16;
  });
  sized(14);
  ink(view.foot, EDGE, y + ROW / 2, "#5c6570");
  return pen.canvas;
}

function fit(pen, text, room) {
  if (pen.measureText(text).width <= room + 1) return text;
  let end = text.length;
  while (end > 1 && pen.measureText(`${text.slice(0, end)}…`).width > room) end--;
  return `${text.slice(0, end)}…`;
}
