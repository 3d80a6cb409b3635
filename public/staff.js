// What the keyboard does on every screen of the house. It reads nothing and keeps nothing: it moves
// the focus, locks the screen, and never shows a page again that the browser kept by itself.
(() => {
  "use strict";
  const IDLE = 5 * 60 * 1000;
  const AWAKE = 60 * 1000;
  const TWICE = 1000;
  const lock = () => document.getElementById("lock");
  let escaped = 0;
  let idle = 0;
  let told = Date.now();

  // A page that comes back by the Back button asks the house again.
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      document.documentElement.hidden = true;
      location.reload();
    }
  });

  // A screen that was locked or left in one tab shows nobody in the others either.
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("screen") : null;
  if (tabs && lock()) {
    tabs.onmessage = () => {
      document.documentElement.hidden = true;
      location.replace("/");
    };
  } else if (["/lock", "/sign-in", "/signed-out"].includes(location.pathname)) {
    tabs?.postMessage("left");
  }

  const leave = () => {
    document.documentElement.hidden = true;
    // As if it were pressed: a form that is being filled in goes along, and waits for its writer.
    const button = lock();
    if (button?.form) button.form.requestSubmit(button);
    else document.getElementById("lock-form")?.submit();
  };

  // Somebody who types in one form for long is still here.
  const tell = () => {
    told = Date.now();
    fetch("/awake/now", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
      redirect: "manual",
    }).catch(() => {});
  };

  const here = () => {
    if (!lock()) return;
    clearTimeout(idle);
    idle = setTimeout(leave, IDLE);
    if (Date.now() - told > AWAKE) tell();
  };

  // From the search field to the people found, and from one to the next.
  const among = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const field = document.getElementById("find");
    const hits = [...document.querySelectorAll("#hits .hits :is(a:not(.card-of), button)")];
    const at = hits.indexOf(event.target);
    if (!step || !hits.length || (at < 0 && event.target !== field)) return;
    event.preventDefault();
    (hits[Math.min(at + step, hits.length - 1)] ?? field).focus();
  };

  // A screen reader reads out what changes: a sentence that came with the page is set once more.
  const said = document.querySelector("main > .notice[role=status] p");
  if (said) {
    const text = said.textContent;
    said.textContent = "\u00a0";
    setTimeout(() => (said.textContent = text), 100);
  }

  // A pass-phrase that is being chosen can be looked at; it is sent as the secret that it is.
  for (const button of document.querySelectorAll("button[data-peek]")) {
    const field = document.getElementById(button.dataset.peek);
    const show = (shown) => {
      field.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", String(shown));
    };
    button.hidden = false;
    button.addEventListener("click", () => show(field.type === "password"));
    field.form.addEventListener("submit", () => show(false));
  }

  // What belongs on paper.
  for (const button of document.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  const typing = (target) =>
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));

  addEventListener("keydown", (event) => {
    here();
    among(event);
    if (event.key === "Escape" && lock()) {
      if (event.timeStamp - escaped < TWICE) leave();
      escaped = event.timeStamp;
    } else {
      escaped = 0;
    }
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
      const field = document.querySelector("input[type=search], input[name=q]");
      if (field) {
        event.preventDefault();
        field.focus();
      }
    }
  });
  addEventListener("pointerdown", here);
  addEventListener("input", here);
  here();
})();
