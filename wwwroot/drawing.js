// A plan that a page shows, as a picture: every seat, table and card where it stands, with its words. Read from what is drawn, so that it is what was seen.
const BOXES = ".seat > rect, .hall-table, .hall-stage > rect, .scene-card:not(.gap)";
const TEXTS = "svg text, .scene-card > b, .scene-called, .scene-edge, .scene-lectern > span, .scene-door";
const EDGE = 24, HEAD = 56, SCALE = 2, LARGEST = 8000;
const FONT = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

export async function save(selector, title) {
  const root = document.querySelector(selector);
  const boxes = [...root.querySelectorAll(BOXES)].map(one => ({ one, at: one.getBoundingClientRect() }));
  const texts = [...root.querySelectorAll(TEXTS)].filter(one => one.textContent.trim()).map(one => ({ one, at: one.getBoundingClientRect() })).filter(({ at }) => at.height > 0);
  const all = [...boxes, ...texts].map(({ at }) => at);
  if (all.length === 0) return false;
  const left = Math.min(...all.map(at => at.left)), top = Math.min(...all.map(at => at.top));
  const width = Math.max(...all.map(at => at.right)) - left + 2 * EDGE, height = Math.max(...all.map(at => at.bottom)) - top + 2 * EDGE + HEAD;
  const scale = Math.min(SCALE, LARGEST / Math.max(width, height));
  const pen = document.createElement("canvas").getContext("2d");
  Object.assign(pen.canvas, { width: Math.ceil(width * scale), height: Math.ceil(height * scale) });
  pen.scale(scale, scale);
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = "#1a1d21";
  pen.textBaseline = "middle";
  pen.font = `600 22px ${FONT}`;
  pen.fillText(title, EDGE, EDGE + 12, width - 2 * EDGE);
  pen.translate(EDGE - left, EDGE + HEAD - top);
  for (const { one, at } of boxes) box(pen, one, at);
  pen.textAlign = "center";
  for (const { one, at } of texts) {
    const style = getComputedStyle(one);
    pen.fillStyle = one instanceof SVGElement ? style.fill : style.color;
    pen.font = `${style.fontWeight} ${Math.min(parseFloat(style.fontSize), at.height / 1.1)}px ${FONT}`;
    pen.fillText(one.textContent.trim(), at.left + at.width / 2, at.top + at.height / 2, Math.max(at.width, 8));
  }
  const blob = await new Promise(done => pen.canvas.toBlob(done, "image/png"));
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `${title.replace(/[^\p{L}\p{N}]+/gu, "-")}.png` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return true;
}

function box(pen, one, at) {
  const style = getComputedStyle(one), drawn = one instanceof SVGElement;
  pen.fillStyle = drawn ? style.fill : style.backgroundColor;
  pen.strokeStyle = drawn ? style.stroke : style.borderTopColor;
  pen.lineWidth = 1;
  pen.beginPath();
  if (one instanceof SVGCircleElement) pen.arc(at.left + at.width / 2, at.top + at.height / 2, at.width / 2, 0, 2 * Math.PI);
  else pen.roundRect(at.left, at.top, at.width, at.height, 4);
  if (pen.fillStyle !== "none") pen.fill();
  pen.stroke();
}
