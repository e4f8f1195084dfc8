// collectstatic puts the files in place of these lines, so that a page asks for one.
export { clientId } from "./behaviours/client-id.js";
export { draft } from "./behaviours/draft.js";
export { breath } from "./behaviours/breath.js";
export { dim } from "./behaviours/dim.js";
export { unselect } from "./behaviours/unselect.js";
export { sorry } from "./behaviours/sorry.js";
export { zone } from "./behaviours/zone.js";
export { notify } from "./behaviours/notify.js";
export { hide } from "./behaviours/hide.js";
export { tell } from "./behaviours/tell.js";
export { lock } from "./behaviours/lock.js";
export { reveal } from "./behaviours/reveal.js";
export { place } from "./behaviours/place.js";
export { badge } from "./behaviours/badge.js";
export { offline } from "./behaviours/offline.js";
export { past } from "./behaviours/past.js";
export { unsent } from "./behaviours/unsent.js";
