// What the page does for the person whatever is said in it: larger letters, and a quick way out.

const SIZES = ["0", "1", "2"];
const SIZE_KEY = "okienko-letters";
const LEFT_KEY = "okienko-left";

/** One tap makes the letters larger: A, A+, A++, and A again. Remembered on this device. */
export function offerLetters(button, words) {
  const show = (size) => {
    document.documentElement.dataset.letters = size;
    const label = `A${"+".repeat(Number(size))}`;
    button.querySelector(".letters-now").textContent = label;
    button.setAttribute("aria-label", `${label} ${words["letters"]}`);
  };
  let size = SIZES.includes(recall(SIZE_KEY)) ? recall(SIZE_KEY) : "0";
  show(size);
  button.addEventListener("click", () => {
    size = SIZES[(SIZES.indexOf(size) + 1) % SIZES.length];
    keep(SIZE_KEY, size);
    show(size);
  });
}

/** The quick exit: the button, Escape twice within 1.2 seconds, and the same from another window of this chat. */
export function guardExit(button, setup, close) {
  const others = "BroadcastChannel" in window ? new BroadcastChannel(`okienko${setup.base}`) : null;
  const go = () => {
    close();
    others?.postMessage("left");
    blankAndGo(setup);
  };
  button.addEventListener("click", go);
  let escaped = -Infinity;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    if (event.timeStamp - escaped < 1200) go();
    else escaped = event.timeStamp;
  }, true);
  others?.addEventListener("message", () => {
    close();
    blankAndGo(setup, false);
  });
  // A page that the browser kept whole (Back) must not show what was there.
  window.addEventListener("pagehide", () => document.documentElement.classList.add("away"));
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
    else document.documentElement.classList.remove("away");
  });
}

/** Empty the page at once, tell the server, be elsewhere. The mark outlives a request that did not get through. */
function blankAndGo(setup, tell = true) {
  document.body.replaceChildren();
  document.title = "";
  forget(SIZE_KEY);
  if (tell) {
    keep(LEFT_KEY + setup.base, "1");
    fetch(`${setup.base}/chat/leave`, { method: "POST", keepalive: true }).catch(() => undefined);
  }
  location.replace(setup.exit);
}

/** After a quick exit whose request may have been lost: finish it before anything is shown. */
export async function unfinishedLeave(base) {
  if (!recall(LEFT_KEY + base)) return false;
  const answer = await fetch(`${base}/chat/leave`, { method: "POST" }).catch(() => null);
  if (answer?.ok) forget(LEFT_KEY + base);
  return !answer?.ok;
}

function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be switched off
  }
}

function keep(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // then it is not remembered
  }
}

function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
}
