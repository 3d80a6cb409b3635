// Making and using passkeys: the browser asks the device, and the answer goes along in a form. A page
// whose browser knows no passkeys says what else leads on.
(() => {
  "use strict";
  const forms = document.querySelectorAll("form[data-passkey]");
  if (!window.PublicKeyCredential || !navigator.credentials) {
    for (const none of document.querySelectorAll("[data-passkey-none]")) none.hidden = false;
    return;
  }

  const read = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const write = (bytes) =>
    btoa(String.fromCharCode(...new Uint8Array(bytes)))
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .replaceAll("=", "");
  const named = (ids) => ids.map((id) => ({ type: "public-key", id: read(id) }));

  const ask = async (path) => {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify("passkey"),
      redirect: "error",
    });
    if (!answer.ok) throw new Error("no question");
    return answer.json();
  };

  const make = async (asked) => {
    const { response } = await navigator.credentials.create({
      publicKey: {
        challenge: read(asked.challenge),
        rp: { id: asked.site, name: document.title },
        user: { id: read(asked.user), name: asked.called, displayName: asked.called },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
        excludeCredentials: named(asked.known),
        authenticatorSelection: {
          residentKey: "required",
          requireResidentKey: true,
          userVerification: "required",
        },
        attestation: "none",
        timeout: asked.seconds * 1000,
      },
    });
    return {
      client: write(response.clientDataJSON),
      facts: write(response.getAuthenticatorData()),
    };
  };

  const use = async (asked) => {
    const { rawId, response } = await navigator.credentials.get({
      publicKey: {
        challenge: read(asked.challenge),
        rpId: asked.site,
        allowCredentials: named(asked.known),
        userVerification: "required",
        timeout: asked.seconds * 1000,
      },
    });
    return {
      id: write(rawId),
      user: response.userHandle ? write(response.userHandle) : "",
      client: write(response.clientDataJSON),
      facts: write(response.authenticatorData),
      signature: write(response.signature),
    };
  };

  for (const form of forms) {
    form.hidden = false;
    const failed = form.querySelector("[role=alert]");
    let busy = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      failed.hidden = true;
      try {
        const asked = await ask(form.dataset.passkey);
        const answer = asked.user ? await make(asked) : await use(asked);
        form.elements.answer.value = JSON.stringify(answer);
        form.submit();
      } catch {
        failed.hidden = false;
        busy = false;
      }
    });
  }
})();
