// Greys the numbers when the server has not said anything for a while; stops by itself once the page has gone.
export function keepFresh(root, seconds) {
  let heard = Date.now();
  root.setAttribute("data-watched", "");
  const hear = () => {
    heard = Date.now();
    root.removeAttribute("data-stale");
  };
  const listener = new MutationObserver(hear);
  // Whatever the server draws is a word from it, the time beside "as of" at the least.
  listener.observe(root, { characterData: true, childList: true, subtree: true });
  const timer = setInterval(() => {
    if (!root.isConnected) {
      clearInterval(timer);
      listener.disconnect();
    } else if (Date.now() - heard > seconds * 1000) root.setAttribute("data-stale", "");
  }, 1000);
}
