// The two pages a person may meet while connecting. Plain HTML, no script, no logo: this is not Xero and does not look it.

import { escapeHtml } from "../http.ts";

type Choice = { readonly id: string; readonly name: string };

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:3rem auto;padding:0 1rem;color:#1c2b33}
h1{font-size:1.3rem}label{display:block;padding:.3rem 0}.note{color:#5b6b74;font-size:.9rem}
button{font:inherit;padding:.5rem 1.2rem;margin:1rem .5rem 0 0}.problem{color:#a11}table{border-collapse:collapse;width:100%}
td,th{text-align:left;padding:.25rem .5rem;border-bottom:1px solid #dde;vertical-align:top}caption{text-align:left;font-weight:600;padding:.5rem 0}
td form,td button{margin:0}td button{padding:.1rem .6rem}fieldset{margin:1rem 0;border:1px solid #cdd5d9}legend{font-weight:600}
.wide{max-width:calc(100vw - 2rem);overflow-x:auto}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
input,select{font:inherit}`;

const CARRIED = ["response_type", "client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge", "code_challenge_method"];

export function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}

export function consentPage(asked: URLSearchParams, organisations: readonly Choice[], problem = ""): string {
  const hidden = CARRIED.flatMap((name) => {
    const value = asked.get(name);
    return value === null ? [] : [`<input type="hidden" name="${name}" value="${escapeHtml(value)}">`];
  });
  const choices = organisations.map(
    ({ id, name }, index) =>
      `<label><input type="radio" name="organisation" value="${id}"${index === 0 ? " checked" : ""}> ${escapeHtml(name)}</label>`,
  );
  return page(
    "Connect an organisation – Xero stand-in",
    `<h1>Connect an organisation</h1><p>An application asks to read these books. One organisation is connected at a time.</p>
${problem ? `<p class="problem" role="alert">${escapeHtml(problem)}</p>` : ""}
<form method="post" action="/identity/connect/authorize">${hidden.join("")}
<fieldset><legend>Organisation</legend>${choices.join("")}</fieldset>
<label>Signed in as <input name="user" value="demo"></label>
<button name="decision" value="allow">Allow access</button><button name="decision" value="deny">Cancel</button></form>
<p class="note">This is Daybook's stand-in for Xero, running on this computer. It is not Xero.</p>`,
  );
}

export function errorPage(error: string, description: string): string {
  return page("Sorry, something went wrong", `<h1>Sorry, something went wrong</h1><p>Error: ${error}</p><p>${description}</p>`);
}
