"use strict";
// The code stands behind the number sign, which browsers send to nobody; from here on it goes in a header only.
const code = location.hash.slice(1);
history.replaceState(null, "", location.pathname);
const state = document.getElementById("state");
const button = document.getElementById("use");
const call = method => fetch("../../activation", { method, headers: { Authorization: "Bearer " + code, Accept: "application/json" } });

async function look() {
  if (!code) {
    state.textContent = "This address is not complete: open the whole link that you were given.";
    return;
  }
  const answer = await call("GET");
  const body = await answer.json();
  state.textContent = answer.ok
    ? "For " + body.recipient + ", until " + new Date(body.expiresAt).toLocaleString() + ". The link works once."
    : body.message;
  button.hidden = !answer.ok;
}

async function use() {
  button.hidden = true;
  const answer = await call("POST");
  if (!answer.ok) {
    state.textContent = (await answer.json()).message;
    return;
  }
  const file = document.createElement("a");
  file.href = URL.createObjectURL(await answer.blob());
  file.download = "profile.share";
  file.click();
  state.textContent = "Keep the file profile.share as you keep a password: whoever has it reads what you may read.";
}

button.addEventListener("click", use);
look().catch(() => { state.textContent = "The server does not answer. Try again later."; });
