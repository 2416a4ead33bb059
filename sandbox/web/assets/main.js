/** What scripts add to the pages. All of it works without them, only less quickly. */
import { drawDiagrams } from "./diagrams.js";
import { acceptDroppedFiles } from "./drop.js";
import { sendFormsInPlace } from "./forms.js";
import { followChanges } from "./live.js";
import { offerCommands } from "./offers.js";

document.documentElement.classList.add("scripted");
forgetNotice();
followChanges();
sendFormsInPlace();
offerCommands();
acceptDroppedFiles();
drawDiagrams();

/** A notice is said once: looking at the address again is a new look. */
function forgetNotice() {
  const address = new URL(location.href);
  if (!address.searchParams.has("notice")) return;
  address.searchParams.delete("notice");
  history.replaceState(null, "", address);
}
