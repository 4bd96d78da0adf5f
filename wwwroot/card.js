// One card of a page as a picture for a chat: its lines, and the code between them.
const WIDTH = 720, EDGE = 40, CODE = 480;
const FONT = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
const SIZES = { title: { font: `600 40px ${FONT}`, line: 54, ink: "#1a1d21" }, text: { font: `400 28px ${FONT}`, line: 42, ink: "#3c444d" } };

export async function saveCard(selector) {
  const card = document.querySelector(selector);
  if (!card) return false;
  const pen = document.createElement("canvas").getContext("2d");
  const parts = [...card.querySelectorAll("[data-line], svg")].map(element => element.matches("svg") ? { code: element } : linesOf(pen, element));
  Object.assign(pen.canvas, { width: WIDTH, height: 2 * EDGE + parts.reduce((sum, part) => sum + (part.code ? CODE : part.lines.length * part.size.line), 0) });
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  let y = EDGE;
  for (const part of parts) y += part.code ? await drawCode(pen, part.code, y) : drawLines(pen, part, y);
  const blob = await new Promise(done => pen.canvas.toBlob(done, "image/png"));
  const name = card.querySelector("[data-line]").textContent.trim().replace(/[^\p{L}\p{N}]+/gu, "-");
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `${name}.png` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return true;
}

// A long name goes on in the next line: Chinese breaks between any two characters.
function linesOf(pen, element) {
  const size = SIZES[element.dataset.line], lines = [""];
  pen.font = size.font;
  for (const sign of element.textContent.trim()) {
    if (pen.measureText(lines.at(-1) + sign).width > WIDTH - 2 * EDGE) lines.push("");
    lines[lines.length - 1] += sign;
  }
  return { size, lines };
}

function drawLines(pen, { size, lines }, y) {
  pen.font = size.font;
  pen.fillStyle = size.ink;
  lines.forEach((line, at) => pen.fillText(line.trim(), WIDTH / 2, y + (at + 0.5) * size.line));
  return lines.length * size.line;
}

// A drawing without a size of its own is drawn by no browser alike.
async function drawCode(pen, svg, y) {
  const sized = svg.cloneNode(true);
  sized.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  sized.setAttribute("width", CODE);
  sized.setAttribute("height", CODE);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(sized))}`;
  await image.decode();
  pen.imageSmoothingEnabled = false;
  pen.drawImage(image, (WIDTH - CODE) / 2, y, CODE, CODE);
  return CODE;
}
