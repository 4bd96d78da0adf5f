// Each person's own page: a picture that a long press saves, and the link to send on.
import { say } from "./texts.js";

const id = document.getElementById("reply").dataset.reply;
const section = document.getElementById("own-links");
const list = document.getElementById("own-links-list");

export async function showLinks() {
  const answer = await fetch(`/reply/${id}/links`, { cache: "no-store" });
  if (!answer.ok) return;
  const links = await answer.json();
  section.hidden = links.length === 0;
  list.replaceChildren(...links.map(({ name, address, picture }) => {
    const item = document.createElement("li");
    const image = Object.assign(new Image(), { src: picture, alt: say("JsQrOf", name), loading: "lazy", width: 160, height: 160 });
    const title = Object.assign(document.createElement("strong"), { textContent: name });
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: say("JsCopyLink") });
    button.addEventListener("click", async () => {
      const { copy } = await import("../copy.js");
      button.textContent = say(await copy(`${name}: ${address}`) ? "JsCopied" : "JsCopyFailed");
    });
    item.append(image, title, button);
    return item;
  }));
}
