// The few sentences that the page says without asking anybody, in the reader's language.
const texts = JSON.parse(document.getElementById("own-texts").textContent);

export const t = (key, value) => texts[key].replaceAll("{0}", value ?? "");
