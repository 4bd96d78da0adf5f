// What was copied from a chat or a sheet, as people: each line of a sheet is one, a line of names alone is as many as it has names.
const PHONE = /^(\+?86)?1\d{10}$/;
const isPhone = (cell) => PHONE.test(cell.replace(/[\s-]/g, ""));
const isNumber = (cell) => /^\d{1,3}$/.test(cell);
const cellsOf = (line, mark) => line.split(mark).map((cell) => cell.trim()).filter(Boolean);

function personOf(cells) {
  const phone = cells.find(isPhone);
  const [name, post] = cells.filter((cell) => cell !== phone && !isNumber(cell));
  return { name, ...(post && { post }), ...(phone && { phone }) };
}

function inLine(line) {
  const isRow = line.includes("\t"), cells = cellsOf(line, isRow ? "\t" : /[、,，;；|]+/);
  if (cells.some((cell) => cell.replace(/\s/g, "") === "姓名")) return [];
  if (isRow) return [personOf(cells)];
  return cells.some(isPhone) ? [personOf(cells)] : cells.map((name) => ({ name }));
}

/** Name, post and phone of each, as far as they were told from each other. */
export const peopleIn = (text) => text.split(/[\n\r]+/).flatMap(inLine).filter(({ name }) => name);
