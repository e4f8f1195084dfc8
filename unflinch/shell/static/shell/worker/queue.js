// What waits is sent in the order of the taps, and is gone once it has arrived.
import { isOurs, letGo } from "./pages.js";
import { list } from "./refresh.js";
import { mine, open, ROW } from "./rows.js";
import { read, remove, seal, write } from "./store.js";

// What a form that comes back says is wrong in it.
const WHY = /<ul class="errorlist[^>]*>([^]*?)<\/ul>/;
const NOT_AS_IT_IS = new Set([400, 404, 405, 409, 410, 413, 422]);

// The answer; a row stays where none came, or one that is not ours.
async function deliver(key, row, token, seconds) {
  const { path, body } = await open(row);
  const form = new URLSearchParams(body);
  if (token) form.set("csrfmiddlewaretoken", token);
  const ago = Math.max(0, Date.now() - row.at);
  const sent = { method: "POST", body: form, redirect: "manual", headers: { "Tapped-Ago": ago } };
  const answer = await fetch(path || "/", { ...sent, signal: AbortSignal.timeout(seconds * 1000) }).catch(() => null);
  if (!answer || !(await isOurs(answer)) || row.owner !== (await read("notes", "owner"))) return null;
  const to = answer.headers.get("Leads-To");
  if (to?.startsWith("/pause/")) await Promise.all([letGo("open", "drafts"), write("notes", "lead", to)]);
  const isTheSame = (await read(ROW, key))?.at === row.at;
  if (to && isTheSame) await remove(ROW, key);
  if (!to && isTheSame && NOT_AS_IT_IS.has(answer.status)) {
    const why = WHY.exec(await answer.clone().text())?.[1].replace(/<[^>]*>|\s+/g, " ").trim();
    const sealed = await seal(ROW, JSON.stringify({ path, body, why }));
    await write(ROW, key, { ...row, ...sealed, refused: answer.status });
  }
  return answer;
}

const sentOrRefused = (answer) => answer && (answer.headers.has("Leads-To") || NOT_AS_IT_IS.has(answer.status));

// Send what waits, oldest first, up to the first that can't be sent. `last` is the row whose answer is wanted.
export const flush = (last) => navigator.locks.request(ROW, async () => {
  const rows = (await mine()).filter(([, row]) => !row.refused);
  if (rows.length === 0) return null;
  if (rows.length === 1 && rows[0][0] === last) {
    const answer = await deliver(...rows[0], "", 8);
    if (!answer || sentOrRefused(answer)) return answer;
  }
  const listed = await list().catch(() => null);
  for (const [key, row] of listed ? rows : []) {
    const answer = await deliver(key, row, listed.token, 20);
    if (!sentOrRefused(answer)) return null;
    if (key === last) return answer;
  }
  return null;
});
