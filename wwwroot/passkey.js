// Asks the browser for a passkey: one to sign in with, or a new one for the account.
const hidden = document.querySelector("[data-passkeys]");
// A key belongs to a name, never to a bare address.
const usable = window.PublicKeyCredential?.parseRequestOptionsFromJSON && isSecureContext && !/^[\d.]+$|:/.test(location.hostname);

async function options(path) {
  const token = document.querySelector("input[name=__RequestVerificationToken]").value;
  const answer = await fetch(path, { method: "POST", headers: { RequestVerificationToken: token } });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

async function ask(form) {
  if (form.dataset.passkey === "get") return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await options("/passkeys/request")) });
  return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(await options("/passkeys/creation")) });
}

async function send(event) {
  const form = event.target;
  if (form.elements.credential.value) return;
  event.preventDefault();
  const said = form.querySelector("[role=alert]");
  said.hidden = true;
  try {
    form.elements.credential.value = JSON.stringify(await ask(form));
    form.submit();
  } catch {
    said.hidden = false;
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.hidden = !usable;
  form.addEventListener("submit", send);
}
if (hidden) hidden.hidden = Boolean(usable);
