// After a server restart the circuit is gone for good: the page must come back by itself.
const dialog = document.getElementById("components-reconnect-modal");
const knock = async () => {
  try {
    const answer = await fetch("/health/live", { cache: "no-store" });
    if (answer.ok && !(await window.Blazor.reconnect())) location.reload();
  } catch {
    setTimeout(knock, 1000);
  }
};
dialog?.addEventListener("components-reconnect-state-changed", ({ detail }) => {
  if (detail.state === "show") dialog.showModal();
  else if (detail.state === "hide") dialog.close();
  else if (detail.state === "failed" || detail.state === "rejected") detail.state === "rejected" ? location.reload() : knock();
});
