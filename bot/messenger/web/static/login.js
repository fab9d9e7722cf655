// The staff's way in. The link's secret stands after the # and so never reaches a server in an address:
// it is handed over in a request's body, and taken out of the browser's history first.
const { prefix, home, words, ...setup } = JSON.parse(document.getElementById("setup").textContent);
const at = (id) => document.getElementById(id);

function tell(text) {
  at("told").textContent = text;
}

async function enter(body) {
  tell(words["coming-in"]);
  const init = { method: "POST", cache: "no-store", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const answer = await fetch(`${prefix}/wejdz`, init).catch(() => null);
  const data = await answer?.json().catch(() => ({}));
  if (answer?.ok) location.replace(data.to);
  else tell(data?.sentence ?? words["lost"]);
}

at("login").addEventListener("submit", (event) => {
  event.preventDefault();
  enter({ name: at("login-name").value, password: at("login-password").value });
});

function arrive() {
  const key = location.hash.slice(1);
  if (key) history.replaceState(null, "", location.pathname);
  if (!window.isSecureContext) tell(words["insecure"]);
  else if (key) enter({ key });
  else if (setup.in) location.replace(home);
}

arrive();
window.addEventListener("hashchange", arrive); // a link opened where the login is open already
