// The plan of a hall: zoom, walking over it by arrow keys, one seat dragged onto another. What a seat means is the page's to say.
const STEP = 1.25, SMALLEST = 0.25, LARGEST = 3, READABLE = 1.25, DRAG = 8;

export function hear(root, page) {
  const frame = root.querySelector("[data-frame]");
  const plan = () => frame.querySelector("svg");
  const ended = new AbortController();
  const on = (target, kind, act, more) => target.addEventListener(kind, act, { signal: ended.signal, ...more });
  let zoom = 0, drag = null;

  const width = () => Number(plan().dataset.width);
  const fit = () => Math.max(SMALLEST, Math.min(1, frame.clientWidth / width()));

  // Zero is "as wide as the frame"; a phone begins where names can be read.
  function scale(to, around) {
    const before = plan().getBoundingClientRect().width;
    zoom = Math.max(SMALLEST, Math.min(LARGEST, to));
    plan().style.width = `${Math.round(width() * zoom)}px`;
    const grown = plan().getBoundingClientRect().width / before;
    const x = around?.x ?? frame.clientWidth / 2, y = around?.y ?? frame.clientHeight / 2;
    frame.scrollLeft = (frame.scrollLeft + x) * grown - x;
    frame.scrollTop = (frame.scrollTop + y) * grown - y;
  }

  const seatOf = element => element?.closest?.("[data-seat]");
  const idOf = seat => Number(seat.dataset.seat);

  function stand(seat) {
    for (const other of plan().querySelectorAll('[data-seat][tabindex="0"]')) other.setAttribute("tabindex", "-1");
    seat.setAttribute("tabindex", "0");
    seat.focus({ preventScroll: true });
    seat.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  const middle = seat => {
    const box = seat.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  // The nearest seat that way; sideways counts double, so that a row is followed.
  function neighbour(from, dx, dy) {
    const here = middle(from);
    let found = null, least = Infinity;
    for (const seat of plan().querySelectorAll("[data-seat]")) {
      const there = middle(seat), x = there.x - here.x, y = there.y - here.y;
      const ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
      if (ahead <= 1 || aside > ahead * 4) continue;
      const far = ahead + aside * 2;
      if (far < least) [found, least] = [seat, far];
    }
    return found;
  }

  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  on(frame, "keydown", event => {
    const seat = seatOf(event.target);
    if (!seat) return;
    if (WAYS[event.key]) {
      event.preventDefault();
      const next = neighbour(seat, ...WAYS[event.key]);
      if (next) stand(next);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      page.invokeMethodAsync("SeatAsync", idOf(seat));
    }
  });

  on(document, "keydown", event => {
    // A page that was left while this began to hear has nobody to stop it.
    if (!root.isConnected) return ended.abort();
    if (event.target.matches?.("input, textarea, select")) return;
    if (event.key === "Escape") page.invokeMethodAsync("LeaveAsync");
    if (!(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    const act = key === "z" && !event.shiftKey ? "UndoAsync" : key === "y" || key === "z" ? "RedoAsync" : null;
    if (!act) return;
    event.preventDefault();
    page.invokeMethodAsync(act);
  });

  // A finger scrolls the plan; a mouse drags somebody to another seat, or the plan where nobody sits.
  on(frame, "pointerdown", event => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    const seat = seatOf(event.target);
    drag = { from: seat?.dataset.person !== undefined ? seat : null, x: event.clientX, y: event.clientY, left: frame.scrollLeft, top: frame.scrollTop, moved: false };
  });

  on(window, "pointermove", event => {
    if (!drag) return;
    drag.moved ||= Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > DRAG;
    if (!drag.moved) return;
    frame.toggleAttribute("data-dragging", true);
    for (const over of plan().querySelectorAll(".seat-over")) over.classList.remove("seat-over");
    if (drag.from) seatOf(document.elementFromPoint(event.clientX, event.clientY))?.classList.add("seat-over");
    else [frame.scrollLeft, frame.scrollTop] = [drag.left - event.clientX + drag.x, drag.top - event.clientY + drag.y];
  });

  on(window, "pointerup", event => {
    const done = drag;
    drag = null;
    frame.removeAttribute("data-dragging");
    for (const over of plan()?.querySelectorAll(".seat-over") ?? []) over.classList.remove("seat-over");
    if (!done?.moved) return;
    // The click that follows a drag chooses nothing.
    window.addEventListener("click", click => click.stopPropagation(), { capture: true, once: true, signal: AbortSignal.timeout(50) });
    const onto = seatOf(document.elementFromPoint(event.clientX, event.clientY));
    if (done.from && onto && onto !== done.from) page.invokeMethodAsync("DropAsync", idOf(done.from), idOf(onto));
  });

  // Two fingers take the plan apart or together around their middle; left alone, the browser enlarges the whole page.
  let pinch = null;
  const fingers = ({ touches: [one, two] }) => {
    const box = frame.getBoundingClientRect();
    return { apart: Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY), x: (one.clientX + two.clientX) / 2 - box.x, y: (one.clientY + two.clientY) / 2 - box.y };
  };

  on(frame, "touchstart", event => { pinch = event.touches.length === 2 ? { apart: fingers(event).apart, zoom } : null; });
  on(frame, "touchmove", event => {
    if (!pinch) return;
    event.preventDefault();
    const now = fingers(event);
    scale(pinch.zoom * now.apart / pinch.apart, now);
  }, { passive: false });
  for (const end of ["touchend", "touchcancel"]) on(frame, end, () => { pinch = null; });

  on(frame, "click", event => {
    const seat = seatOf(event.target);
    if (!seat) return;
    stand(seat);
    page.invokeMethodAsync("SeatAsync", idOf(seat));
  });

  on(root, "click", event => {
    const button = event.target.closest("[data-zoom]");
    if (button) scale(button.dataset.zoom === "0" ? fit() : zoom * (button.dataset.zoom === "1" ? STEP : 1 / STEP));
  });

  // To a row: as large as its names are read easily, its middle in the middle.
  on(root, "change", event => {
    if (!event.target.matches("[data-go-row]")) return;
    const seats = [...plan().querySelectorAll(`[data-row="${Number(event.target.value)}"]`)];
    if (seats.length === 0) return;
    if (zoom < READABLE) scale(READABLE);
    const seat = seats[Math.floor(seats.length / 2)];
    stand(seat);
    seat.scrollIntoView({ block: "center", inline: "center" });
  });

  on(frame, "wheel", event => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = frame.getBoundingClientRect();
    scale(zoom * (event.deltaY < 0 ? STEP : 1 / STEP), { x: event.clientX - box.x, y: event.clientY - box.y });
  }, { passive: false });

  scale(Math.max(fit(), 0.75));
  frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
  root.toggleAttribute("data-hears", true);
  return { stop: () => ended.abort() };
}
