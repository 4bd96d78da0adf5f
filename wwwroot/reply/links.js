// Each person's own page: a picture that a long press saves, and the link to send on. Beside the code the picture says whose it is, for saved pictures look alike.
import { get } from "./asking.js";
import { say } from "./texts.js";

const WIDTH = 480, CODE = 400, EDGE = 24, MOST_LINES = 2;
const section = document.getElementById("own-links");
const list = document.getElementById("own-links-list");
const unit = section.dataset.unit;

function linesOf(pen, text) {
  const lines = [""];
  for (const sign of text) {
    if (pen.measureText(lines[lines.length - 1] + sign).width > WIDTH - 2 * EDGE) lines.push("");
    lines[lines.length - 1] += sign;
  }
  return lines.slice(0, MOST_LINES);
}

function drawn(code, name) {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const written = [[`600 40px sans-serif`, 52, name], ["24px sans-serif", 34, unit]].flatMap(([font, height, text]) => {
    pen.font = font;
    return linesOf(pen, text).map((line) => ({ font, height, line }));
  });
  canvas.width = WIDTH;
  canvas.height = CODE + written.reduce((sum, { height }) => sum + height, 2 * EDGE);
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingEnabled = false;
  pen.drawImage(code, (WIDTH - CODE) / 2, EDGE / 2, CODE, CODE);
  pen.fillStyle = "#000";
  pen.textAlign = "center";
  let y = CODE + EDGE / 2;
  for (const { font, height, line } of written) {
    pen.font = font;
    pen.fillText(line, WIDTH / 2, y += height);
  }
  return canvas.toDataURL("image/png");
}

function item({ name, address, picture }) {
  const image = Object.assign(new Image(), { src: picture, alt: say("JsQrOf", name), loading: "lazy", width: 200 });
  const file = Object.assign(document.createElement("a"), { href: picture, download: `${name} ${unit}.png`, textContent: say("JsSavePicture") });
  image.addEventListener("load", () => { file.href = image.src = drawn(image, name); }, { once: true });
  const title = Object.assign(document.createElement("strong"), { textContent: name });
  const link = Object.assign(document.createElement("span"), { className: "reply-link", textContent: address });
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: say("JsCopyLink") });
  button.addEventListener("click", async () => {
    const { copy } = await import("../copy.js");
    button.textContent = say(await copy(`${name}: ${address}`) ? "JsCopied" : "JsCopyFailed");
  });
  const row = document.createElement("li");
  row.append(image, title, link, file, button);
  return row;
}

/** Of those who come, as they stand in the list; where they cannot be fetched, the form is none the worse for it. */
export async function showLinks() {
  const links = await get("links").catch(() => null);
  if (!links) return;
  section.hidden = links.length === 0;
  list.replaceChildren(...links.map(item));
}
